import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

export interface Entry {
  readonly name: string;
  readonly isFolder: boolean;
}

/** Files and folders in a folder, hidden ones left out, sorted. A folder that is not there is empty. */
export function listFolder(folder: string): Entry[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !entry.name.startsWith('.'))
    .map((entry) => ({ name: entry.name, isFolder: isFolder(folder, entry) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Every file below a folder, hidden ones left out, sorted; relative paths with forward slashes. */
export function listBelow(folder: string, prefix = ''): string[] {
  return listFolder(path.join(folder, prefix)).flatMap((entry) => {
    const relative = prefix === '' ? entry.name : `${prefix}/${entry.name}`;
    return entry.isFolder ? listBelow(folder, relative) : [relative];
  });
}

function isFolder(
  folder: string,
  entry: { name: string; isDirectory(): boolean; isSymbolicLink(): boolean },
): boolean {
  if (!entry.isSymbolicLink()) return entry.isDirectory();
  return statSync(path.join(folder, entry.name), { throwIfNoEntry: false })?.isDirectory() ?? false;
}
