import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { replaceFile } from '../cache/replace-file';
import type { BuildFolders } from './build-folder';

/** Files in which Next wrote the name of the folder it built in. */
const NAMES_FOLDER = ['required-server-files.json', 'required-server-files.js'];

/**
 * Puts a finished build in the place of the published one. At every moment one of the two is whole, in its place or
 * beside it (`recoverSite`).
 */
export function swapSite({ stage, site, before }: BuildFolders): void {
  if (stage === site) return;
  renameBuild(stage, stage, site);
  rmSync(path.join(stage, 'cache'), { force: true });
  rmSync(before, { recursive: true, force: true });
  if (existsSync(site)) renameSync(site, before);
  renameSync(stage, site);
  rmSync(before, { recursive: true, force: true });
}

/** Brings the published build back where a build was killed while it was changing places. */
export function recoverSite({ site, before }: BuildFolders): void {
  if (before !== site && !existsSync(site) && existsSync(before)) renameSync(before, site);
}

/**
 * Changes the name that the build in `folder` has for its own folder. Only two files contain it: the code that was compiled gets
 * it from the server.
 */
export function renameBuild(folder: string, from: string, to: string): void {
  const [old, own] = [from, to].map((name) => path.relative(process.cwd(), name).split(path.sep).join('/'));
  for (const name of NAMES_FOLDER) {
    const file = path.join(folder, name);
    replaceFile(file, readFileSync(file, 'utf8').replaceAll(`"${old}`, `"${own}`));
  }
}
