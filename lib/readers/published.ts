import { readFileSync } from 'node:fs';
import { createProcessCache } from '../cache/process-cache';
import type { PublicComment } from './comment';
import type { SilentCounts } from './threads';

/** What the page of a post shows of its comments. */
export interface PublishedThreads {
  /** The newest threads, oldest first. */
  readonly list: readonly PublicComment[];
  /** How many threads there are. */
  readonly total: number;
  readonly counts: SilentCounts;
  /** When the last of them changed: what changed later the page does not show. */
  readonly changed: number;
}

/** What pages show of readers, by the id of the post. */
export interface Published {
  readonly threads: Readonly<Record<string, PublishedThreads>>;
  readonly thanks: Readonly<Record<string, number>>;
}

export const NO_THREADS: PublishedThreads = {
  ...{ list: [], total: 0, changed: 0 },
  counts: { like: 0, repost: 0 },
};

/** What readers wrote and gave to a post, as the build that runs found it: all its processes show the same. */
export function readPublished(post: string): { threads: PublishedThreads; thanks: number } {
  const file = process.env.PUBLISHED_FILE;
  if (!file) return { threads: NO_THREADS, thanks: 0 };
  const { threads, thanks } = cache.getOrCreate(file, () => parse(file));
  return { threads: threads.get(post) ?? NO_THREADS, thanks: thanks.get(post) ?? 0 };
}

type Parsed = { readonly [name in keyof Published]: ReadonlyMap<string, Published[name][string]> };

const cache = createProcessCache<string, Parsed>('published');

function parse(file: string): Parsed {
  const json = readFileSync(/* turbopackIgnore: true */ file, 'utf8');
  // The file of an older engine, which stays where the database is away, has other comments.
  const { threads = {}, thanks } = JSON.parse(json) as Partial<Published> & Pick<Published, 'thanks'>;
  return { threads: new Map(Object.entries(threads)), thanks: new Map(Object.entries(thanks)) };
}
