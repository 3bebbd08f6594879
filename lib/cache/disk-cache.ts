import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

const DAY = 24 * 60 * 60 * 1000;

/** How long what no run reads is kept, in milliseconds. Other content folders, and `next dev`, share the cache. */
const LIFE = 7 * DAY;

/** What an earlier run left under a name, or undefined. Reading it keeps it. */
export function readCached(name: string): Buffer | undefined {
  const file = path.join(getCacheFolder(), name);
  try {
    const content = readFileSync(file);
    markUsed(file);
    return content;
  } catch {
    return undefined;
  }
}

/** Leaves something for later runs. Written beside and renamed, so that no other process reads half a file. */
export function writeCached(name: string, content: string | Buffer): void {
  const file = path.join(getCacheFolder(), name);
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    const beside = `${file}.${process.pid}`;
    writeFileSync(beside, content);
    renameSync(beside, file);
  } catch {
    // A disk that cannot be written to makes the next run slower, nothing else.
    return;
  }
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

/** Once a day is enough to know what is still wanted. */
function markUsed(file: string, now = Date.now()): void {
  try {
    if (now - statSync(file).mtimeMs > DAY) utimesSync(file, new Date(now), new Date(now));
  } catch {
    // What cannot be marked is made anew one day.
  }
}

/** Hosts keep `.next/cache` between builds. `CACHE_DIR` in the environment names another folder. */
function getCacheFolder(): string {
  const folder = process.env.CACHE_DIR || path.join('.next', 'cache', 'colophon');
  return path.resolve(/* turbopackIgnore: true */ process.cwd(), folder);
}
