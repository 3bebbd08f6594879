import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import type { BuildFolders } from './build-folder';
import { readState, toSiteId } from './build-state';
import { cloneFolder } from './clone-folder';
import { renameBuild } from './swap';

/** What of the root folder is no part of a build: caches, and a running `next dev`. */
const NO_BUILD = /^(cache|dev|stage|site|site\.old|serving|lock|build\.lock.*)$/;

/** The last build that ended well, from which the next one starts; undefined where there is none. */
export function findLastBuild({ kept, site, stage }: BuildFolders): string | undefined {
  if (readState(kept)) return kept;
  // A build that failed or was killed may have used up the kept one.
  return stage !== site && readState(site) ? site : undefined;
}

/** Empties the folder that Next builds in. The bundler finds there what it kept of earlier runs. */
export function emptyStage({ root, stage }: BuildFolders): void {
  if (stage === root) {
    for (const name of list(root)) rmSync(path.join(root, name), { recursive: true, force: true });
    return;
  }
  rmSync(stage, { recursive: true, force: true });
  mkdirSync(stage, { recursive: true });
  linkCache(root, stage);
}

/**
 * Fills the stage with the last build, for Next to add to, and returns a folder where that build can still be read. Where it is
 * published as well, the kept copy itself becomes the stage, which saves copying thousands of files.
 */
export function fillStage(folders: BuildFolders): string {
  const { root, stage, site, kept } = folders;
  const last = findLastBuild(folders) ?? kept;
  if (last === kept && stage !== site && isSameSite(kept, site) && moveFolder(kept, stage)) {
    linkCache(root, stage);
    return site;
  }
  emptyStage(folders);
  cloneFolder(last, stage, (name) => !NO_BUILD.test(name));
  if (last === site) renameBuild(stage, site, stage);
  return last;
}

/** Removes a stage that comes to nothing. Where it was the kept build, the published one is kept instead. */
export function dropStage({ stage, site, kept }: BuildFolders): void {
  if (stage === site) return;
  rmSync(stage, { recursive: true, force: true });
  if (readState(kept) || !readState(site)) return;
  keepCopy(site, kept);
  renameBuild(kept, site, stage);
}

function isSameSite(one: string, other: string): boolean {
  const [state, known] = [readState(one), readState(other)];
  return state !== undefined && known !== undefined && toSiteId(state) === toSiteId(known);
}

/** False where the two are on different disks. */
function moveFolder(from: string, to: string): boolean {
  rmSync(to, { recursive: true, force: true });
  try {
    renameSync(from, to);
    return true;
  } catch {
    return false;
  }
}

function linkCache(root: string, stage: string): void {
  mkdirSync(path.join(root, 'cache'), { recursive: true });
  symlinkSync(path.join('..', 'cache'), path.join(stage, 'cache'), 'dir');
}

/** Keeps a finished build for the next one to start from. */
export function keepStage({ stage, kept }: BuildFolders): void {
  keepCopy(stage, kept);
}

function keepCopy(folder: string, kept: string): void {
  const beside = `${kept}.new`;
  rmSync(beside, { recursive: true, force: true });
  cloneFolder(folder, beside, (name) => !NO_BUILD.test(name));
  rmSync(kept, { recursive: true, force: true });
  renameSync(beside, kept);
}

function list(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).filter((name) => !NO_BUILD.test(name)) : [];
}
