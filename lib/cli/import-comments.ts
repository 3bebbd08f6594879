import { existsSync, readFileSync } from 'node:fs';
import { loadContent } from '../content/posts';
import type { Imported } from '../readers/import/imported';
import { createMatcher, listUnknownTargets } from '../readers/import/match-posts';
import { type ImportPlan, type PlannedThread, planImport } from '../readers/import/plan-import';
import { readImport } from '../readers/import/read-import';
import { importOldComments } from '../readers/import/store-imported';
import { parseExport } from '../readers/parse-export';
import type { Store } from '../readers/store';
import { importFollowers } from '../readers/store-followers';
import { importReads } from '../readers/store-read-numbers';
import { importComments, importSubscribers } from '../readers/store-transfer';
import { EXIT, type Terminal, writeError, writeLine } from './terminal';
import { toLine } from './to-line';

interface ImportOptions {
  readonly file: string;
  /** `old=new`, or a file of such lines. */
  readonly maps: readonly string[];
  readonly authors: readonly string[];
  readonly isDry: boolean;
}

/** Adds the comments of a file, of this engine or of another system, to the store; a dry run shows what that would be. */
export async function importFile(store: Store, options: ImportOptions, terminal: Terminal): Promise<number> {
  try {
    const imported = await readImport(options.file);
    return imported
      ? await importOld(store, imported, options, terminal)
      : await importOwn(store, options, terminal);
  } catch (error) {
    writeError(
      terminal,
      `${options.file}: ${toLine(error instanceof Error ? error.message : String(error))}`,
    );
    return EXIT.failed;
  }
}

async function importOwn(store: Store, { file, isDry }: ImportOptions, terminal: Terminal): Promise<number> {
  const { comments, subscribers, followers, reads } = await parseExport(readFileSync(file, 'utf8'));
  if (isDry) {
    const found = `${comments.length} comments, ${subscribers.length} subscribers and ${reads.length} numbers of reads.`;
    writeLine(terminal, `${found} Dry run: nothing was added.`);
    return EXIT.done;
  }
  const added = await importComments(store, comments);
  await importFollowers(store, followers);
  const subscribed = await importSubscribers(store, subscribers);
  const counted = await importReads(store, reads);
  writeLine(terminal, `${added} comments, ${subscribed} subscribers and ${counted} numbers of reads added.`);
  return EXIT.done;
}

async function importOld(
  store: Store,
  imported: Imported,
  { maps, authors, isDry }: ImportOptions,
  terminal: Terminal,
): Promise<number> {
  const posts = [...loadContent('author').postsBySlug.values()];
  const map = new Map(maps.flatMap(readMap));
  const unknown = listUnknownTargets(posts, map);
  if (unknown.length > 0) {
    writeError(terminal, `The map names what is no post: ${unknown.map(toLine).join(', ')}.`);
    return EXIT.failed;
  }
  const plan = await planImport(imported, {
    match: createMatcher(posts, map),
    authors: new Set(authors),
    secret: await store.getSecret(),
  });
  printPlan(imported, plan, terminal);
  if (isDry) {
    writeLine(terminal, 'Dry run: nothing was added.');
    return EXIT.done;
  }
  const added = await importOldComments(store, plan.comments);
  writeLine(terminal, `${added} comments added, ${plan.comments.length - added} were there already.`);
  return EXIT.done;
}

/** An address may have `=` in it, a slug has none. */
function readMap(given: string): (readonly [string, string])[] {
  if (!given.includes('=') || existsSync(given))
    return readFileSync(given, 'utf8').split(/\r?\n/).flatMap(toPair);
  return toPair(given);
}

function toPair(line: string): (readonly [string, string])[] {
  const at = line.lastIndexOf('=');
  if (line.trim() === '' || line.startsWith('#')) return [];
  if (at < 1) throw new Error(`"${line}" is no line of a map: write old=new.`);
  return [[line.slice(0, at).trim(), line.slice(at + 1).trim()]];
}

function printPlan({ kind, remarks }: Imported, plan: ImportPlan, terminal: Terminal): void {
  const { threads, comments, notTaken, lost } = plan;
  const missed = threads.filter(({ match }) => match === undefined);
  writeLine(terminal, `${kind}: ${count(threads, 'thread')}, ${count(comments, 'comment')} of posts found.`);
  for (const { thread, match, comments } of threads)
    if (match?.post)
      writeLine(terminal, `  ${comments} → ${match.post.slug}, by its ${match.by}: ${nameOf(thread)}`);
  if (missed.length > 0)
    writeLine(terminal, 'No post, and so left out (--map <old>=<slug> says which it is):');
  for (const { thread, comments } of missed) writeLine(terminal, `  ${comments}: ${nameOf(thread)}`);
  for (const [reason, number] of notTaken)
    writeLine(
      terminal,
      reason === 'cut' ? `Cut, since it is too long: ${number}` : `Left out, ${reason}: ${number}`,
    );
  if (lost.size > 0) writeLine(terminal, `HTML that became text or a link: ${formatLost(lost)}`);
  for (const remark of remarks) writeLine(terminal, remark);
}

function nameOf({ addresses, key, title }: PlannedThread['thread']): string {
  return toLine(addresses[0] ?? title ?? key).slice(0, 200);
}

function formatLost(lost: ReadonlyMap<string, number>): string {
  const list = [...lost].sort(([, a], [, b]) => b - a).slice(0, 20);
  return list.map(([name, number]) => `${toLine(name).slice(0, 30)} ${number}`).join(', ');
}

function count({ length }: readonly unknown[], what: string): string {
  return `${length} ${what}${length === 1 ? '' : 's'}`;
}
