import { createHash } from 'node:crypto';
import path from 'node:path';
import { createDiskCache } from '../../cache/disk-cache';
import { createWeakProcessCache } from '../../cache/process-cache';
import type { ContentIndex } from '../../content/content-index';
import { pickMessages } from '../../site/strings/messages';
import { SEARCH_MESSAGES } from '../../site/strings/page-messages';
import { buildSearchIndex, type SearchPieces } from './build-search-index';
import { getPostPartKey } from './post-part';

/**
 * The pieces of the search index, built once for each state of the content and of the engine: kept in memory, and on
 * the disk below `.next/cache`, where the processes of a build find it.
 */
export function getSearchIndex(index: ContentIndex): Promise<SearchPieces> {
  return cache.getOrCreate(index, () => readOrBuild(index));
}

const cache = createWeakProcessCache<ContentIndex, Promise<SearchPieces>>('search index');

const disk = createDiskCache('search', 'lib/search/build/build-search-index.ts');

/** One entry for each content folder and audience, so that edits do not fill the disk. */
async function readOrBuild(index: ContentIndex): Promise<SearchPieces> {
  const keys = index.posts.map((post) => getPostPartKey(post, index));
  const folder = path.relative(/* turbopackIgnore: true */ process.cwd(), index.root);
  const entry = `${folder} ${index.audience}${index.strings.section ?? ''}`;
  const state = toState(keys, index);
  const known = disk.read(entry);
  if (known?.subarray(0, state.length).toString('latin1') === state)
    return unpack(known.subarray(state.length));
  const pieces = await buildSearchIndex(index, keys);
  disk.write(entry, Buffer.concat([Buffer.from(state), pack(pieces)]));
  return pieces;
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

/** Changes with all that the index is made from. */
function toState(keys: readonly string[], { site, strings, tags, posts }: ContentIndex): string {
  const labels = [...tags.values()].map(({ tag, posts }) => [tag.slug, tag.label, posts.length]);
  const slugs = posts.map((post) => post.tags.map(({ slug }) => slug));
  const messages = pickMessages(strings.messages, SEARCH_MESSAGES);
  const facts = JSON.stringify([site.language, messages, labels, slugs]);
  return createHash('sha256').update(facts).update(keys.join('\n')).digest('hex');
}
