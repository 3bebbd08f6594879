import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What an earlier run left under a name, or undefined. */
export function readCached(name: string): Buffer | undefined {
  try {
    return readFileSync(path.join(getCacheFolder(), name));
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

/** Hosts keep `.next/cache` between builds. `CACHE_DIR` in the environment names another folder. */
function getCacheFolder(): string {
  const folder = process.env.CACHE_DIR || path.join('.next', 'cache', 'colophon');
  return path.resolve(/* turbopackIgnore: true */ process.cwd(), folder);
}
