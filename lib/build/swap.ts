import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { BuildFolders } from './build-folder';

/** Files in which Next wrote the name of the folder it built in. */
const NAMES_FOLDER = ['required-server-files.json', 'required-server-files.js'];

/**
 * Puts a finished build in the place of the published one. At every moment one of the two is whole, in its place or
 * beside it (`recoverSite`).
 */
export function swapSite({ stage, site, before }: BuildFolders): void {
  if (stage === site) return;
  renameFolder(stage, site);
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

/** Only these two files name it: the code that was compiled asks the server. */
function renameFolder(stage: string, site: string): void {
  const [from, to] = [stage, site].map((folder) =>
    path.relative(process.cwd(), folder).split(path.sep).join('/'),
  );
  for (const name of NAMES_FOLDER) {
    const file = path.join(stage, name);
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll(`"${from}`, `"${to}`));
  }
}
