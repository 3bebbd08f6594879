import { readFileSync } from 'node:fs';
import { createProcessCache } from '../cache/process-cache';
import type { PublicComment } from './comment';

/** What pages show of readers, by the id of the post. */
export interface Published {
  readonly comments: Readonly<Record<string, readonly PublicComment[]>>;
  readonly thanks: Readonly<Record<string, number>>;
}

/** What readers wrote and gave to a post, as the build that runs found it: all its processes show the same. */
export function readPublished(post: string): { comments: readonly PublicComment[]; thanks: number } {
  const file = process.env.PUBLISHED_FILE;
  if (!file) return { comments: [], thanks: 0 };
  const { comments, thanks } = cache.getOrCreate(file, () => parse(file));
  return { comments: comments.get(post) ?? [], thanks: thanks.get(post) ?? 0 };
}

type Parsed = { readonly [name in keyof Published]: ReadonlyMap<string, Published[name][string]> };

const cache = createProcessCache<string, Parsed>('published');

function parse(file: string): Parsed {
  const json = readFileSync(/* turbopackIgnore: true */ file, 'utf8');
  const { comments, thanks } = JSON.parse(json) as Published;
  return { comments: new Map(Object.entries(comments)), thanks: new Map(Object.entries(thanks)) };
}
