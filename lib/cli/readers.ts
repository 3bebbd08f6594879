import { existsSync, writeFileSync } from 'node:fs';
import { loadContent } from '../content/posts';
import { announceAnswers } from '../readers/announce-answers';
import { COMMENT_STATES, type CommentState } from '../readers/comment';
import { eraseMentions } from '../readers/mentions/store-mentions';
import { getReadersPart } from '../readers/readers-part';
import type { Store } from '../readers/store';
import { banWriter, liftBan, listBans } from '../readers/store-bans';
import { listFollowers } from '../readers/store-followers';
import { eraseOwn } from '../readers/store-own';
import { countReads, exportReads } from '../readers/store-read-numbers';
import { listSubscribers } from '../readers/store-subscribers';
import { countThanks } from '../readers/store-thanks';
import { backupStore, exportComments, restoreStore } from '../readers/store-transfer';
import { SUBSCRIBER_STATES } from '../readers/subscriber';
import { type Arguments, readArguments, refuse, type Usage } from './arguments';
import { importFile } from './import-comments';
import { printReads } from './print-reads';
import { EXIT, type Terminal, writeError, writeLine } from './terminal';
import { toLine } from './to-line';

/** The id of a comment, of which one in 64 begins with a dash. */
const DASHED_ID = /^-\w[\w-]{10}$/;

const USAGE: Usage = {
  example: 'npm run readers -- list held',
  what: 'Shows and decides what readers wrote, and moves it between databases.',
  help: [
    ['list <state>', `comments in a state: ${COMMENT_STATES.join(', ')}; or all`],
    ['  --search <words>', 'of these those with all the words in name, text or mail address'],
    ['list thanks', 'how often readers thanked, by post'],
    [
      'list subscribers',
      'who has new posts by mail, who has not confirmed it yet, and whom mails do not reach',
    ],
    ['reads', 'what was read to the end, where its readers came from, and searches that found nothing'],
    ['list followers', 'who has answers by mail, or is asked to confirm the address'],
    ['approve <id>', 'shows a comment to readers'],
    ['refuse <id>', 'keeps it from them; --reason says why, to whoever wrote it'],
    ['spam <id>, delete <id>, undo <id>', 'the same as on the page of moderators'],
    ['ban <id>, lift <id>', 'takes no more of the writer of a comment, or takes them again; list banned'],
    ['erase <id>', 'removes a comment for good; --writer: all that the same writer wrote'],
    ['erase <mail address>', 'the same for all that was written with an address, and its subscription'],
    ['erase <address of a page or site>', 'the same for all its mentions'],
    ['export <file>', 'all comments, subscribers and reads as JSON'],
    [
      'import <file>',
      'adds them, or those of Disqus, WordPress, Isso, Remark42 and giscus, to what is there',
    ],
    ['  --dry-run', 'shows what would be added, and to which posts'],
    [
      '  --map <old>=<new>',
      'the post of an old address; or a file of such lines; nothing after =: leave it out',
    ],
    ['  --author <name>', 'an account or mail address of somebody who writes the blog'],
    [
      'backup <file>, restore <file>',
      'the whole database, as a file; --force: in the place of what is there',
    ],
  ],
  options: {
    reason: { type: 'string' },
    search: { type: 'string' },
    writer: { type: 'boolean' },
    force: { type: 'boolean' },
    'dry-run': { type: 'boolean' },
    map: { type: 'string', multiple: true },
    author: { type: 'string', multiple: true },
  },
  needed: ['what to do'],
  atMost: 2,
  isOperand: (argument) => DASHED_ID.test(argument),
};

const DECISIONS: Readonly<Record<string, CommentState>> = {
  approve: 'approved',
  refuse: 'refused',
  spam: 'spam',
  delete: 'deleted',
};

const OTHER_ACTIONS = [
  'list',
  'undo',
  'ban',
  'lift',
  'erase',
  'export',
  'import',
  'backup',
  'restore',
  'reads',
];

/** `npm run readers`: works on the database of `DATABASE_URL`, or on that of this folder. */
export async function readers(args: readonly string[], terminal: Terminal): Promise<number> {
  const read = readArguments(args, USAGE, terminal);
  if (typeof read === 'number') return read;
  const [action = '', name = ''] = read.names;
  const state = DECISIONS[action];
  const isKnown = state !== undefined || OTHER_ACTIONS.includes(action);
  if (!isKnown) return refuse(`"${action}" is nothing that can be done.`, USAGE, terminal);
  if (name === '' && action !== 'reads')
    return refuse('What is missing: a state, an id or a file.', USAGE, terminal);
  const part = await getReadersPart();
  const { store } = part;
  if (action === 'reads') return printReads(store, terminal);
  if (action === 'list') return list(store, name, read.text('search') ?? '', terminal);
  if (action === 'undo')
    return report(await store.undo(name), 'There is no decision on such a comment.', terminal);
  if (action === 'ban')
    return report(
      await banWriter(store, name),
      'There is no such comment of a reader, or they are banned already.',
      terminal,
    );
  if (action === 'lift') return report(await liftBan(store, name), 'There is no such ban.', terminal);
  if (action === 'erase') return erase(store, { id: name, ofWriter: read.has('writer') }, terminal);
  if (state !== undefined) {
    const isDecided = await store.decide(name, state, read.text('reason'));
    if (isDecided && state === 'approved') await announceAnswers(part, loadContent('public'), name);
    return report(isDecided, 'There is no such comment, or it is so already.', terminal);
  }
  return move(store, read, terminal);
}

async function erase(
  store: Store,
  { id, ofWriter }: { readonly id: string; readonly ofWriter: boolean },
  terminal: Terminal,
): Promise<number> {
  const erased = await eraseNamed(store, id, ofWriter);
  if (erased.length > 0) writeLine(terminal, `Erased: ${erased.join(', ')}.`);
  return report(erased.length > 0, 'There is no such comment.', terminal);
}

/** What was erased, in words. */
async function eraseNamed(store: Store, name: string, ofWriter: boolean): Promise<string[]> {
  if (/^https?:\/\//.test(name))
    return countComments(URL.canParse(name) ? await eraseMentions(store, name) : 0);
  if (name.includes('@')) {
    const { comments, subscription } = await eraseOwn(store, { mail: name });
    return [...countComments(comments.length), ...(subscription ? ['1 subscription'] : [])];
  }
  return countComments(ofWriter ? await store.eraseWriter(name) : Number(await store.erase(name)));
}

function countComments(number: number): string[] {
  return number === 0 ? [] : [`${number} ${number === 1 ? 'comment' : 'comments'}`];
}

async function list(store: Store, name: string, search: string, terminal: Terminal): Promise<number> {
  if (name === 'thanks') return listThanks(store, terminal);
  if (name === 'subscribers') return printSubscribers(store, terminal);
  if (name === 'banned') return printBans(store, terminal);
  if (name === 'followers') return printFollowers(store, terminal);
  const state = COMMENT_STATES.find((one) => one === name);
  if (!state && name !== 'all')
    return refuse(`"${name}" is no state. States: ${COMMENT_STATES.join(', ')}.`, USAGE, terminal);
  const comments = await store.listInState(state, { limit: 1000, search });
  for (const { id, name: writer, post, created, body, mention } of comments) {
    writeLine(
      terminal,
      `${id}  ${new Date(created).toISOString().slice(0, 16)}  ${toLine(writer)} on ${toLine(post)}`,
    );
    if (mention) writeLine(terminal, `  ${mention.kind}: ${toLine(mention.source)}`);
    if (body !== '') writeLine(terminal, `  ${toLine(body).slice(0, 200)}`);
  }
  writeError(terminal, `${comments.length} ${state ?? 'comments'}.`);
  return EXIT.done;
}

async function listThanks(store: Store, terminal: Terminal): Promise<number> {
  for (const [post, count] of await countThanks(store))
    writeLine(terminal, `${String(count).padStart(7)}  ${toLine(post)}`);
  return EXIT.done;
}

async function printSubscribers(store: Store, terminal: Terminal): Promise<number> {
  const subscribers = await listSubscribers(store);
  for (const { mail, section, tag, state, asked, confirmed, reason } of subscribers) {
    const day = new Date(confirmed ?? asked).toISOString().slice(0, 10);
    const choice = [section, tag].filter(Boolean).join(', ');
    const more = [choice, reason].filter(Boolean).map((text) => `  ${toLine(String(text))}`);
    writeLine(terminal, `${state.padEnd(9)}  ${mail}  ${day}${more.join('')}`);
  }
  const counts = SUBSCRIBER_STATES.map(
    (state) => `${subscribers.filter((one) => one.state === state).length} ${state}`,
  );
  writeError(terminal, `${counts.join(', ')}.`);
  return EXIT.done;
}

async function printBans(store: Store, terminal: Terminal): Promise<number> {
  const bans = await listBans(store);
  for (const { comment, name, at } of bans)
    writeLine(terminal, `${comment}  ${new Date(at).toISOString().slice(0, 10)}  ${toLine(name)}`);
  writeError(terminal, `${bans.length} banned.`);
  return EXIT.done;
}

async function printFollowers(store: Store, terminal: Terminal): Promise<number> {
  const followers = await listFollowers(store);
  for (const { mail, state, asked, confirmed } of followers)
    writeLine(
      terminal,
      `${state.padEnd(9)}  ${mail}  ${new Date(confirmed ?? asked).toISOString().slice(0, 10)}`,
    );
  writeError(terminal, `${followers.length} followers.`);
  return EXIT.done;
}

function report(isDone: boolean, otherwise: string, terminal: Terminal): number {
  if (!isDone) writeError(terminal, otherwise);
  return isDone ? EXIT.done : EXIT.failed;
}

async function move(store: Store, read: Arguments, terminal: Terminal): Promise<number> {
  const [action = '', file = ''] = read.names;
  if (action === 'import' || action === 'restore') {
    if (!existsSync(file)) return refuse(`There is no file ${file}.`, USAGE, terminal);
    if (action === 'restore') return restore(store, file, read.has('force'), terminal);
    const [maps, authors] = [read.texts('map'), read.texts('author')];
    return importFile(store, { file, maps, authors, isDry: read.has('dry-run') }, terminal);
  }
  if (existsSync(file)) return refuse(`${file} is there already.`, USAGE, terminal);
  if (action === 'backup') await backupStore(store, file);
  else {
    const all = {
      comments: await exportComments(store),
      subscribers: await listSubscribers(store),
      reads: await exportReads(store),
      followers: await listFollowers(store),
    };
    writeFileSync(file, `${JSON.stringify(all, null, 2)}\n`);
  }
  writeLine(terminal, file);
  return EXIT.done;
}

async function restore(store: Store, file: string, isForced: boolean, terminal: Terminal): Promise<number> {
  const present = [...(await store.countByState()).values()].reduce((sum, number) => sum + number, 0);
  const subscribers = (await listSubscribers(store)).length;
  const reads = await countReads(store);
  if (present + subscribers + reads > 0 && !isForced) {
    const message = `The database holds ${present} comments, ${subscribers} subscribers and ${reads} reads, which would be replaced: --force does it.`;
    return refuse(message, USAGE, terminal);
  }
  const restored = await restoreStore(store, file);
  writeLine(
    terminal,
    `${restored} comments restored. Restart the site: what it signs with may be another one now.`,
  );
  return EXIT.done;
}
