import type { Dirent } from 'node:fs';
import {
  copyFile,
  link,
  mkdir,
  mkdtemp,
  readdir,
  readlink,
  rm,
  stat,
  symlink,
  utimes,
} from 'node:fs/promises';
import path from 'node:path';
import { ADDRESS_TABLE } from './address-table';
import { isServedFile, isServedFolder } from './served-files';

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
    await rm(folder, { recursive: true, force: true });
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
    if (Date.now() - touched > MAX_AGE)
      await rm(folder, { recursive: true, force: true }).catch(() => undefined);
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

/** `below` is the path within the build, with "/" after each name. */
async function linkFolder(from: string, to: string, below = ''): Promise<void> {
  const entries = await readdir(from, { withFileTypes: true });
  await Promise.all(entries.map((entry) => linkEntry(entry, from, to, below)));
}

async function linkEntry(entry: Dirent, from: string, to: string, below: string): Promise<void> {
  const source = path.join(from, entry.name);
  const target = path.join(to, entry.name);
  const place = `${below}${entry.name}`;
  if (entry.isDirectory()) {
    if (!isServedFolder(place)) return;
    await mkdir(target);
    await linkFolder(source, target, `${place}/`);
  } else if (entry.isSymbolicLink()) {
    // Next's links to packages: relative to their folder, which is as deep as before.
    await symlink(await readlink(source), target);
  } else if (entry.isFile() && isServedFile(place)) {
    await linkFile(source, target);
  }
}

async function linkFile(source: string, target: string): Promise<void> {
  try {
    await link(source, target);
  } catch (error) {
    if (!['EXDEV', 'EPERM', 'ENOTSUP', 'ENOSYS', 'EMLINK'].includes(codeOf(error))) throw error;
    await copyFile(source, target);
  }
}

function touch(folder: string): void {
  const now = new Date();
  utimes(folder, now, now).catch(() => undefined);
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
