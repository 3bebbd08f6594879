import type { Dirent } from 'node:fs';
import { copyFile, link, mkdir, readdir, readlink, rm, symlink, unlink } from 'node:fs/promises';
import path from 'node:path';
import { isServedFile, isServedFolder } from './served-files';

/** Files that are linked or removed at the same time: those of a thousand posts would keep requests waiting for 0.2 seconds. */
const AT_ONCE = 16;

/**
 * Links what is served of a build to the same place in another folder; where the file system knows no links, the files are copied.
 * `below` is the path within the build, with "/" after each name.
 */
export async function linkFolder(from: string, to: string, below = ''): Promise<void> {
  const entries = await readdir(from, { withFileTypes: true });
  const files = entries.filter((entry) => !entry.isDirectory());
  await forEachFile(files, (file) => linkEntry(file, from, to, below));
  for (const { name } of entries.filter((entry) => entry.isDirectory())) {
    if (!isServedFolder(below + name)) continue;
    await mkdir(path.join(to, name));
    await linkFolder(path.join(from, name), path.join(to, name), `${below}${name}/`);
  }
}

async function linkEntry(entry: Dirent, from: string, to: string, below: string): Promise<void> {
  const source = path.join(from, entry.name);
  const target = path.join(to, entry.name);
  const place = `${below}${entry.name}`;
  if (entry.isSymbolicLink()) {
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

/** Removes a folder with all that is in it; one that is not there stays so. */
export async function removeFolder(folder: string): Promise<void> {
  await removeFiles(folder).catch(() => undefined);
  await rm(folder, { recursive: true, force: true });
}

async function removeFiles(folder: string): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true });
  const files = entries.filter((entry) => !entry.isDirectory());
  await forEachFile(files, ({ name }) => unlink(path.join(folder, name)));
  for (const { name } of entries.filter((entry) => entry.isDirectory()))
    await removeFiles(path.join(folder, name));
}

async function forEachFile(files: readonly Dirent[], run: (file: Dirent) => Promise<void>): Promise<void> {
  for (let at = 0; at < files.length; at += AT_ONCE)
    await Promise.all(files.slice(at, at + AT_ONCE).map(run));
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
