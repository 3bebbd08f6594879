import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import type { BuildFolders } from './build-folder';
import { cloneFolder } from './clone-folder';

/** What of the root folder is no part of a build: caches, and a running `next dev`. */
const NO_BUILD = /^(cache|dev|stage|site|site\.old|serving|lock|build\.lock.*)$/;

/** Empties the folder that Next builds in. The bundler finds there what it kept of earlier runs. */
export function emptyStage({ root, stage }: BuildFolders): void {
  if (stage === root) {
    for (const name of list(root)) rmSync(path.join(root, name), { recursive: true, force: true });
    return;
  }
  rmSync(stage, { recursive: true, force: true });
  mkdirSync(path.join(root, 'cache'), { recursive: true });
  mkdirSync(stage);
  symlinkSync(path.join('..', 'cache'), path.join(stage, 'cache'), 'dir');
}

/** Starts from the last build that ended well, for Next to add to. */
export function fillStage(folders: BuildFolders): void {
  emptyStage(folders);
  cloneFolder(folders.kept, folders.stage);
}

/** Keeps a finished build for the next one to start from. */
export function keepStage({ stage, kept }: BuildFolders): void {
  const beside = `${kept}.new`;
  rmSync(beside, { recursive: true, force: true });
  cloneFolder(stage, beside, (name) => !NO_BUILD.test(name));
  rmSync(kept, { recursive: true, force: true });
  renameSync(beside, kept);
}

function list(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).filter((name) => !NO_BUILD.test(name)) : [];
}
