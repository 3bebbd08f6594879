import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { COMMENT_STATES, type CommentState } from '../readers/comment';
import { eraseMentions } from '../readers/mentions/store-mentions';
import { parseExport } from '../readers/parse-export';
import { getReadersPart } from '../readers/readers-part';
import type { Store } from '../readers/store';
import { eraseOwn } from '../readers/store-own';
import { countThanks } from '../readers/store-thanks';
import { backupStore, exportComments, importComments, restoreStore } from '../readers/store-transfer';
import { readArguments, refuse, type Usage } from './arguments';
import { EXIT, type Terminal, writeError, writeLine } from './terminal';
import { toLine } from './to-line';

const USAGE: Usage = {
  example: 'npm run readers -- list held',
  what: 'Shows and decides what readers wrote, and moves it between databases.',
  help: [
    ['list <state>', `comments in a state: ${COMMENT_STATES.join(', ')}`],
    ['list thanks', 'how often readers thanked, by post'],
    ['approve <id>', 'shows a comment to readers'],
    ['refuse <id>', 'keeps it from them; --reason says why, to whoever wrote it'],
    ['spam <id>, delete <id>, undo <id>', 'the same as on the page of moderators'],
    ['erase <id>', 'removes a comment for good; --writer: all that the same writer wrote'],
    ['erase <mail address>', 'the same for all that was written with an address'],
    ['erase <address of a page or site>', 'the same for all its mentions'],
    ['export <file>, import <file>', 'all comments as JSON; what is there already stays'],
    [
      'backup <file>, restore <file>',
      'the whole database, as a file; --force: in the place of what is there',
    ],
  ],
  options: { reason: { type: 'string' }, writer: { type: 'boolean' }, force: { type: 'boolean' } },
  needed: ['what to do', 'a state, an id or a file'],
  atMost: 2,
};

const DECISIONS: Readonly<Record<string, CommentState>> = {
  approve: 'approved',
  refuse: 'refused',
  spam: 'spam',
  delete: 'deleted',
};

const OTHER_ACTIONS = ['list', 'undo', 'erase', 'export', 'import', 'backup', 'restore'];

/** `npm run readers`: works on the database of `DATABASE_URL`, or on that of this folder. */
export async function readers(args: readonly string[], terminal: Terminal): Promise<number> {
  const read = readArguments(args, USAGE, terminal);
  if (typeof read === 'number') return read;
  const [action = '', name = ''] = read.names;
  const state = DECISIONS[action];
  const isKnown = state !== undefined || OTHER_ACTIONS.includes(action);
  if (!isKnown) return refuse(`"${action}" is nothing that can be done.`, USAGE, terminal);
  const { store } = await getReadersPart();
  if (action === 'list') return list(store, name, terminal);
  if (action === 'undo')
    return report(await store.undo(name), 'There is no decision on such a comment.', terminal);
  if (action === 'erase') return erase(store, { id: name, ofWriter: read.has('writer') }, terminal);
  if (state !== undefined)
    return report(
      await store.decide(name, state, read.text('reason')),
      'There is no such comment, or it is so already.',
      terminal,
    );
  return move(store, { action, file: name, isForced: read.has('force') }, terminal);
}

async function erase(
  store: Store,
  { id, ofWriter }: { readonly id: string; readonly ofWriter: boolean },
  terminal: Terminal,
): Promise<number> {
  const number = await eraseNamed(store, id, ofWriter);
  if (number > 0) writeLine(terminal, `Erased: ${number} ${number === 1 ? 'comment' : 'comments'}.`);
  return report(number > 0, 'There is no such comment.', terminal);
}

async function eraseNamed(store: Store, name: string, ofWriter: boolean): Promise<number> {
  if (/^https?:\/\//.test(name)) return URL.canParse(name) ? eraseMentions(store, name) : 0;
  if (name.includes('@')) return eraseOwn(store, { mail: name });
  return ofWriter ? store.eraseWriter(name) : Number(await store.erase(name));
}

async function list(store: Store, name: string, terminal: Terminal): Promise<number> {
  if (name === 'thanks') return listThanks(store, terminal);
  const state = COMMENT_STATES.find((one) => one === name);
  if (!state) return refuse(`"${name}" is no state. States: ${COMMENT_STATES.join(', ')}.`, USAGE, terminal);
  const comments = await store.listInState(state, { limit: 1000 });
  for (const { id, name: writer, post, created, body, mention } of comments) {
    writeLine(
      terminal,
      `${id}  ${new Date(created).toISOString().slice(0, 16)}  ${toLine(writer)} on ${toLine(post)}`,
    );
    if (mention) writeLine(terminal, `  ${mention.kind}: ${toLine(mention.source)}`);
    if (body !== '') writeLine(terminal, `  ${toLine(body).slice(0, 200)}`);
  }
  writeError(terminal, `${comments.length} ${state}.`);
  return EXIT.done;
}

async function listThanks(store: Store, terminal: Terminal): Promise<number> {
  for (const [post, count] of await countThanks(store))
    writeLine(terminal, `${String(count).padStart(7)}  ${toLine(post)}`);
  return EXIT.done;
}

function report(isDone: boolean, otherwise: string, terminal: Terminal): number {
  if (!isDone) writeError(terminal, otherwise);
  return isDone ? EXIT.done : EXIT.failed;
}

async function move(
  store: Store,
  { action, file, isForced }: { readonly action: string; readonly file: string; readonly isForced: boolean },
  terminal: Terminal,
): Promise<number> {
  if (action === 'import' || action === 'restore') {
    if (!existsSync(file)) return refuse(`There is no file ${file}.`, USAGE, terminal);
    return action === 'import' ? importFile(store, file, terminal) : restore(store, file, isForced, terminal);
  }
  if (existsSync(file)) return refuse(`${file} is there already.`, USAGE, terminal);
  if (action === 'backup') await backupStore(store, file);
  else writeFileSync(file, `${JSON.stringify(await exportComments(store), null, 2)}\n`);
  writeLine(terminal, file);
  return EXIT.done;
}

async function importFile(store: Store, file: string, terminal: Terminal): Promise<number> {
  const added = await importComments(store, await parseExport(readFileSync(file, 'utf8')));
  writeLine(terminal, `${added} comments added.`);
  return EXIT.done;
}

async function restore(store: Store, file: string, isForced: boolean, terminal: Terminal): Promise<number> {
  const present = [...(await store.countByState()).values()].reduce((sum, number) => sum + number, 0);
  if (present > 0 && !isForced) {
    const message = `The database holds ${present} comments, which would be replaced: --force does it.`;
    return refuse(message, USAGE, terminal);
  }
  const restored = await restoreStore(store, file);
  writeLine(
    terminal,
    `${restored} comments restored. Restart the site: what it signs with may be another one now.`,
  );
  return EXIT.done;
}
