import { readdirSync, rmdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';

/** Milliseconds. */
export const DAY = 24 * 60 * 60 * 1000;

/** How long what no run reads is kept, in milliseconds. Other content folders, and `next dev`, share the cache. */
const LIFE = 7 * DAY;

// A plain string: a folder that `path.join` puts together is one that Turbopack lists while other processes write to it.
const FOLDER = '.next/cache/colophon';

/** Hosts keep `.next/cache` between builds. `CACHE_DIR` in the environment names another folder. */
export function getCacheFolder(): string {
  const folder = process.env.CACHE_DIR || FOLDER;
  return path.resolve(/* turbopackIgnore: true */ process.cwd(), folder);
}

/** Removes what no run has read for a week, as of the time given. Gives the number of files. */
export function pruneCache(now = Date.now()): number {
  return pruneFolder(getCacheFolder(), now - LIFE);
}

function pruneFolder(folder: string, oldest: number): number {
  let removed = 0;
  try {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const file = path.join(folder, entry.name);
      if (entry.isDirectory()) removed += pruneFolder(file, oldest);
      else if (statSync(file).mtimeMs < oldest) {
        rmSync(file, { force: true });
        removed += 1;
      }
    }
    if (removed > 0 && readdirSync(folder).length === 0) rmdirSync(folder);
  } catch {
    // Another process may write or prune at the same moment; what is left over is for the next time.
  }
  return removed;
}
