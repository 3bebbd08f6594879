import { createHash } from 'node:crypto';
import {
  closeSync,
  fstatSync,
  futimesSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { threadId } from 'node:worker_threads';
import { packEntry, unpackEntry } from './cache-entry';
import { DAY, getCacheFolder } from './cache-folder';
import { getEngineVersion, hasSources } from './engine-version';

/** What runs leave on the disk for later ones: one kind of entry, each under a key that names all it is made from. */
export interface DiskCache {
  /** Undefined for what was never written, and for what is damaged: it is made again. */
  read(key: string): Buffer | undefined;
  /** Never throws. Where the disk cannot be written to, the process says so once, and the next run takes longer. */
  write(key: string, content: string | Uint8Array): void;
  /** Keeps an entry that nobody reads from being pruned, as reading it does. False where there is none. */
  keep(key: string): boolean;
}

/** The disk cache of one kind of entry, made by a module (see `getEngineVersion`): newer code makes them anew. */
export function createDiskCache(kind: string, module: string): DiskCache {
  const toFile = (key: string) => {
    const hash = createHash('sha256')
      .update(`${getEngineVersion(module)}\0${key}`)
      .digest('hex');
    return path.join(getCacheFolder(), kind, hash.slice(0, 2), hash.slice(2, 32));
  };
  return {
    read: (key) => readEntry(toFile(key)),
    write: (key, content) => writeEntry(toFile(key), content),
    keep: (key) => openEntry(toFile(key), () => true) ?? false,
  };
}

function readEntry(file: string): Buffer | undefined {
  const bytes = openEntry(file, (opened) => readFileSync(opened));
  return bytes && unpackEntry(bytes);
}

/** Opens a file, marks it as used, and reads it; undefined where one of these is not possible. */
function openEntry<Content>(file: string, read: (opened: number) => Content): Content | undefined {
  let opened: number | undefined;
  try {
    opened = openSync(file, 'r');
    markUsed(opened);
    return read(opened);
  } catch {
    return undefined;
  } finally {
    if (opened !== undefined) closeSync(opened);
  }
}

/** Once a day is enough to know what is still wanted. */
function markUsed(opened: number, now = Date.now()): void {
  try {
    if (now - fstatSync(opened).mtimeMs > DAY) futimesSync(opened, new Date(now), new Date(now));
  } catch {
    // What cannot be marked is made again one day.
  }
}

/** Written beside and renamed, so that no other process or thread reads half a file. */
function writeEntry(file: string, content: string | Uint8Array): void {
  const beside = `${file}.${process.pid}-${threadId}`;
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(beside, packEntry(content));
    renameSync(beside, file);
  } catch (error) {
    removeRest(beside);
    if (hasSources()) reportFailure(error);
  }
}

function removeRest(beside: string): void {
  try {
    rmSync(beside, { force: true });
  } catch {
    // There is no folder that could hold it.
  }
}

/** Once in a process and in those it starts from then on, which is what the environment reaches. */
function reportFailure(error: unknown): void {
  if (process.env.CACHE_FAILURE) return;
  const { code = String(error) } = error as NodeJS.ErrnoException;
  process.env.CACHE_FAILURE = code;
  console.warn(
    `The cache could not be written (${code}, ${getCacheFolder()}): the next run takes longer. Free space there, or set CACHE_DIR.`,
  );
}
