import { mkdtemp, readdir, stat, utimes } from 'node:fs/promises';
import path from 'node:path';
import { ADDRESS_TABLE } from './address-table';
import { linkFolder, removeFolder } from './linked-folder';

/** Follows the name of the build that the snapshot is of. */
const SUFFIX = '.serving-';

/** A snapshot whose process has not touched it for so long belongs to none. Milliseconds. */
const MAX_AGE = 120_000;
const TOUCHED_EVERY = 30_000;

/** A build that nobody else changes. */
export interface Snapshot {
  readonly folder: string;
  /** As `identifyBuild` names the build. */
  readonly identity: string | undefined;
  remove(): Promise<void>;
}

/**
 * Keeps a build as it is, by hard links beside it: builds replace that folder while it is served. Where the file system
 * knows no links, the files are copied; where it cannot be written at all, it is the build itself. Throws where the build was
 * replaced meanwhile; the next try may succeed.
 */
export async function takeSnapshot(buildFolder: string): Promise<Snapshot> {
  const identity = await identifyBuild(buildFolder);
  const folder = await makeFolder(buildFolder);
  if (folder === undefined) return { folder: buildFolder, identity, remove: async () => undefined };
  const timer = setInterval(() => touch(folder), TOUCHED_EVERY).unref();
  const remove = async () => {
    clearInterval(timer);
    await removeFolder(folder);
  };
  try {
    await linkFolder(buildFolder, folder);
    if ((await identifyBuild(buildFolder)) !== identity) throw new Error('The build was replaced.');
  } catch (error) {
    await remove();
    throw error;
  }
  return { folder, identity, remove };
}

/** Changes with every build; undefined where there is none, or none that is complete. */
export async function identifyBuild(buildFolder: string): Promise<string | undefined> {
  const table = await stat(path.join(buildFolder, ADDRESS_TABLE)).catch(() => undefined);
  return table && `${table.ino} ${table.mtimeMs} ${table.size}`;
}

/** Removes snapshots whose processes did not end in order. */
export async function removeAbandonedSnapshots(buildFolder: string): Promise<void> {
  const parent = path.dirname(buildFolder);
  const names = await readdir(parent).catch(() => []);
  for (const name of names.filter((one) => one.startsWith(path.basename(buildFolder) + SUFFIX))) {
    const folder = path.join(parent, name);
    const touched = (await stat(folder).catch(() => undefined))?.mtimeMs ?? Number.POSITIVE_INFINITY;
    if (Date.now() - touched > MAX_AGE) await removeFolder(folder).catch(() => undefined);
  }
}

async function makeFolder(buildFolder: string): Promise<string | undefined> {
  try {
    return await mkdtemp(`${buildFolder}${SUFFIX}${process.pid}-`);
  } catch (error) {
    if (['EROFS', 'EACCES', 'EPERM'].includes(codeOf(error))) return undefined;
    throw error;
  }
}

function touch(folder: string): void {
  const now = new Date();
  utimes(folder, now, now).catch(() => undefined);
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
