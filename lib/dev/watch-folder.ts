import { type FSWatcher, readdirSync, type Stats, statSync, watch } from 'node:fs';
import path from 'node:path';

/** Called with the absolute path of a file or folder that came, changed or went. */
type Changed = (file: string) => void;

/**
 * Reports every change below a folder as the system reports it. `lost` hears when the system will not go on. Throws where
 * it does not begin. Names that begin with a dot do not count.
 */
export function watchFolder(root: string, changed: Changed, lost: (error: unknown) => void): void {
  // Elsewhere the system watches what is below a folder too; Linux watches one folder at a time.
  if (process.platform !== 'linux') {
    const watcher = watch(root, { recursive: true }, (_event, name) => {
      if (name !== null && !isHidden(name)) changed(path.join(root, name));
    });
    watcher.on('error', (error) => {
      watcher.close();
      lost(error);
    });
    return;
  }
  const watchers = new Map<string, { readonly watcher: FSWatcher; readonly identity: string }>();
  const drop = (folder: string) => {
    for (const [name, { watcher }] of watchers) {
      if (name !== folder && !name.startsWith(folder + path.sep)) continue;
      watcher.close();
      watchers.delete(name);
    }
  };
  const add = (folder: string) => {
    const identity = identify(folder);
    if (watchers.get(folder)?.identity === identity) return;
    // Another folder of that name: the system goes on watching the one that went.
    drop(folder);
    const watcher = watch(folder, (_event, name) => {
      if (name === null || isHidden(name)) return;
      const file = path.join(folder, name);
      const stats = readStats(file);
      if (!stats) drop(file);
      else if (stats.isDirectory()) addNew(file);
      changed(file);
    });
    watcher.on('error', () => drop(folder));
    watchers.set(folder, { watcher, identity });
  };
  const addBelow = (folder: string, found: Changed) => {
    add(folder);
    for (const [file, stats] of listBelow(folder)) {
      if (stats.isDirectory()) add(file);
      else found(file);
    }
  };
  /** What is in a new folder may have come before anybody watched it, and the system may watch no more folders. */
  const addNew = (folder: string) => {
    try {
      addBelow(folder, changed);
    } catch (error) {
      lost(error);
    }
  };
  addBelow(root, () => {});
}

/** The same by looking at every file again and again, for disks that report nothing. `interval` in milliseconds. */
export function pollFolder(root: string, interval: number, changed: Changed): void {
  let known = takeStock(root);
  setInterval(() => {
    const now = takeStock(root);
    for (const [file, stamp] of now) if (known.get(file) !== stamp) changed(file);
    for (const file of known.keys()) if (!now.has(file)) changed(file);
    known = now;
  }, interval).unref();
}

function takeStock(root: string): Map<string, string> {
  const files = [...listBelow(root)].filter(([, stats]) => !stats.isDirectory());
  return new Map(files.map(([file, { mtimeMs, size, ino }]) => [file, `${mtimeMs}:${size}:${ino}`]));
}

/** Files and folders below a folder. What goes while it is listed is left out. */
function* listBelow(folder: string): Generator<[file: string, stats: Stats]> {
  for (const name of readNames(folder)) {
    if (isHidden(name)) continue;
    const file = path.join(folder, name);
    const stats = readStats(file);
    if (!stats) continue;
    yield [file, stats];
    if (stats.isDirectory()) yield* listBelow(file);
  }
}

function readNames(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function readStats(file: string): Stats | undefined {
  return statSync(file, { throwIfNoEntry: false });
}

/** Numbers of files are given again, also to the next one. */
function identify(folder: string): string {
  const { ino, birthtimeMs } = statSync(folder);
  return `${ino}:${birthtimeMs}`;
}

function isHidden(file: string): boolean {
  return path.basename(file).startsWith('.');
}
