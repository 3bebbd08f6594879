import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';

export interface Entry {
  readonly name: string;
  readonly isFolder: boolean;
}

/**
 * Files and folders in a folder, hidden ones left out, sorted. A folder that is not there is empty; a link to a folder that it
 * is in itself is left out, since it has no end.
 */
export function listFolder(folder: string): Entry[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !entry.name.startsWith('.') && !(entry.isSymbolicLink() && isLoop(folder, entry.name)))
    .map((entry) => ({ name: entry.name, isFolder: isFolder(folder, entry) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Whether there is something at a path. */
export function isThere(place: string): boolean {
  return existsSync(/* turbopackIgnore: true */ place);
}

/** Every file below a folder, hidden ones left out, sorted; relative paths with forward slashes. */
export function listBelow(folder: string, prefix = ''): string[] {
  return listFolder(path.join(folder, prefix)).flatMap((entry) => {
    const relative = prefix === '' ? entry.name : `${prefix}/${entry.name}`;
    return entry.isFolder ? listBelow(folder, relative) : [relative];
  });
}

function isLoop(folder: string, name: string): boolean {
  const target = toRealPath(path.join(folder, name));
  if (target === undefined) return false;
  for (let above = folder; ; above = path.dirname(above)) {
    if (toRealPath(above) === target) return true;
    if (above === path.dirname(above)) return false;
  }
}

/** Where a file or folder lies, without links on the way there; undefined where it leads to nothing, or to itself. */
export function toRealPath(file: string): string | undefined {
  try {
    return realpathSync(file);
  } catch {
    return undefined;
  }
}

function isFolder(
  folder: string,
  entry: { name: string; isDirectory(): boolean; isSymbolicLink(): boolean },
): boolean {
  if (!entry.isSymbolicLink()) return entry.isDirectory();
  try {
    return statSync(path.join(/* turbopackIgnore: true */ folder, entry.name)).isDirectory();
  } catch {
    // It leads to nothing, or to itself.
    return false;
  }
}
