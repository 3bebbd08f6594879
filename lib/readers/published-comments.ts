import { readFileSync } from 'node:fs';
import { createProcessCache } from '../cache/process-cache';
import type { PublicComment } from './comment';

type Published = ReadonlyMap<string, readonly PublicComment[]>;

/** Approved comments by the id of their post, as the build that runs found them: all its processes show the same. */
export function readPublishedComments(): Published {
  const file = process.env.COMMENTS_FILE;
  if (!file) return new Map();
  return cache.getOrCreate(file, () => parse(readFileSync(/* turbopackIgnore: true */ file, 'utf8')));
}

const cache = createProcessCache<string, Published>('published comments');

function parse(json: string): Published {
  return new Map(Object.entries(JSON.parse(json) as Record<string, PublicComment[]>));
}
