import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { getEngineVersion } from '../../cache/engine-version';
import { shareInProcess } from '../../cache/process-cache';
import type { ContentIndex } from '../../content/content-index';
import { buildSearchIndex, type SearchPieces } from './build-search-index';

/** Indexes kept on the disk: of two content folders, for readers and for the author. */
const MOST_ON_DISK = 4;

/**
 * The pieces of the search index, built once for each state of the content and of the engine: kept in memory, and on
 * the disk below `.next/cache`, where the processes of a build find it.
 */
export function getSearchIndex(index: ContentIndex): Promise<SearchPieces> {
  const known = memory.get(index);
  if (known) return known;
  const pieces = readOrBuild(index);
  memory.set(index, pieces);
  return pieces;
}

/** The bundles of several routes in one process share one index. */
const memory = shareInProcess('search', () => new WeakMap<ContentIndex, Promise<SearchPieces>>());

async function readOrBuild(index: ContentIndex): Promise<SearchPieces> {
  const folder = path.join(/* turbopackIgnore: true */ process.cwd(), '.next', 'cache', 'colophon-search');
  const file = path.join(folder, `${toKey(index)}.pack`);
  try {
    return unpack(readFileSync(file));
  } catch {
    const pieces = await buildSearchIndex(index);
    write(file, pack(pieces));
    return pieces;
  }
}

/** A line with the name and length of each piece, then the pieces. */
function pack(pieces: SearchPieces): Buffer {
  const table = [...pieces].map(([name, { length }]) => [name, length]);
  return Buffer.concat([Buffer.from(`${JSON.stringify(table)}\n`), ...pieces.values()]);
}

function unpack(bytes: Buffer): SearchPieces {
  const end = bytes.indexOf('\n');
  const table: [string, number][] = JSON.parse(bytes.toString('utf8', 0, end));
  let start = end + 1;
  return new Map(
    table.map(([name, length]) => {
      start += length;
      return [name, bytes.subarray(start - length, start)];
    }),
  );
}

/** Written beside and renamed, so that another process never reads half a file. A read-only disk is no error. */
function write(file: string, content: Buffer): void {
  try {
    const folder = path.dirname(file);
    mkdirSync(folder, { recursive: true });
    const beside = `${file}.${process.pid}`;
    writeFileSync(beside, content);
    renameSync(beside, file);
    const packs = readdirSync(folder).filter((name) => name.endsWith('.pack'));
    const ages = packs.map((name) => ({ name, time: statSync(path.join(folder, name)).mtimeMs }));
    for (const { name } of ages.sort((a, b) => b.time - a.time).slice(MOST_ON_DISK))
      rmSync(path.join(folder, name), { force: true });
  } catch {
    return;
  }
}

/** Changes with all that the index is made from: the posts, and the code that reads them. */
function toKey({ posts, site }: ContentIndex): string {
  const hash = createHash('sha256').update(getEngineVersion('lib/search/build/build-search-index.ts'));
  for (const { words: _words, minutes: _minutes, folder: _folder, ...post } of posts)
    hash.update(JSON.stringify(post));
  return hash.update(site.language).digest('hex').slice(0, 32);
}
