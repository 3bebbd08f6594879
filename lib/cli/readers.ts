import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { COMMENT_STATES, type CommentState } from '../readers/comment';
import { parseExport } from '../readers/parse-export';
import { getReadersPart } from '../readers/readers-part';
import type { Store } from '../readers/store';
import { readArguments, refuse, type Usage } from './arguments';
import { EXIT, type Terminal, writeError, writeLine } from './terminal';

const USAGE: Usage = {
  example: 'npm run readers -- list held',
  what: 'Shows and decides what readers wrote, and moves it between databases.',
  help: [
    ['list <state>', `comments in a state: ${COMMENT_STATES.join(', ')}`],
    ['approve <id>', 'shows a comment to readers'],
    ['refuse <id>', 'keeps it from them; --reason says why, to whoever wrote it'],
    ['spam <id>, delete <id>, undo <id>', 'the same as on the page of moderators'],
    ['export <file>, import <file>', 'all comments as JSON; what is there already stays'],
    ['backup <file>', 'the whole database, as a new file'],
  ],
  options: { reason: { type: 'string' } },
  needed: ['what to do', 'a state, an id or a file'],
  atMost: 2,
};

const DECISIONS: Readonly<Record<string, CommentState>> = {
  approve: 'approved',
  refuse: 'refused',
  spam: 'spam',
  delete: 'deleted',
};

/** `npm run readers`: works on the database of `DATABASE_URL`, or on that of this folder. */
export async function readers(args: readonly string[], terminal: Terminal): Promise<number> {
  const read = readArguments(args, USAGE, terminal);
  if (typeof read === 'number') return read;
  const [action = '', name = ''] = read.names;
  const state = DECISIONS[action];
  const isKnown = state !== undefined || ['list', 'undo', 'export', 'import', 'backup'].includes(action);
  if (!isKnown) return refuse(`"${action}" is nothing that can be done.`, USAGE, terminal);
  const { store } = await getReadersPart();
  if (action === 'list') return list(store, name, terminal);
  if (action === 'undo')
    return report(await store.undo(name), 'There is no decision on such a comment.', terminal);
  if (state !== undefined)
    return report(
      await store.decide(name, state, read.text('reason')),
      'There is no such comment, or it is so already.',
      terminal,
    );
  return move(store, { action, file: name }, terminal);
}

async function list(store: Store, name: string, terminal: Terminal): Promise<number> {
  const state = COMMENT_STATES.find((one) => one === name);
  if (!state) return refuse(`"${name}" is no state. States: ${COMMENT_STATES.join(', ')}.`, USAGE, terminal);
  const comments = await store.listInState(state, { limit: 1000 });
  for (const { id, name: writer, post, created, body } of comments) {
    writeLine(
      terminal,
      `${id}  ${new Date(created).toISOString().slice(0, 16)}  ${toLine(writer)} on ${toLine(post)}`,
    );
    writeLine(terminal, `  ${toLine(body).slice(0, 200)}`);
  }
  writeError(terminal, `${comments.length} ${state}.`);
  return EXIT.done;
}

/** Nothing that a reader wrote moves the cursor of a terminal. */
function toLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
}

function report(isDone: boolean, otherwise: string, terminal: Terminal): number {
  if (!isDone) writeError(terminal, otherwise);
  return isDone ? EXIT.done : EXIT.failed;
}

async function move(
  store: Store,
  { action, file }: { readonly action: string; readonly file: string },
  terminal: Terminal,
): Promise<number> {
  if (action === 'import') {
    const added = await store.importAll(await parseExport(readFileSync(file, 'utf8')));
    writeLine(terminal, `${added} comments added.`);
    return EXIT.done;
  }
  if (existsSync(file)) return refuse(`${file} is there already.`, USAGE, terminal);
  if (action === 'backup') await store.backup(file);
  else writeFileSync(file, `${JSON.stringify(await store.exportAll(), null, 2)}\n`);
  writeLine(terminal, file);
  return EXIT.done;
}
