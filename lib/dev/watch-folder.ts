import { type FSWatcher, lstatSync, realpathSync, type Stats, statSync, watch } from 'node:fs';
import path from 'node:path';
import { type Entry, listFolder } from '../content/folder';

/** Called with the absolute path of a file or folder that came, changed or went. */
type Changed = (file: string) => void;

/**
 * Reports every change below a folder as the system reports it. `lost` hears when the system will not go on. Throws where
 * it does not begin. Names that begin with a dot do not count.
 */
export function watchFolder(root: string, changed: Changed, lost: (error: unknown) => void): void {
  const links = followLinks(changed, lost);
  // Elsewhere the system watches what is below a folder too; Linux watches one folder at a time.
  if (process.platform !== 'linux') {
    const watcher = watch(root, { recursive: true }, (_event, name) => {
      if (name === null || isHidden(name)) return;
      links.follow(path.join(root, name));
      changed(path.join(root, name));
    });
    for (const [file] of listBelow(root)) links.follow(file);
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
      links.follow(file);
      changed(file);
    });
    watcher.on('error', () => drop(folder));
    watchers.set(folder, { watcher, identity });
  };
  const addBelow = (folder: string, found: Changed) => {
    add(folder);
    for (const [file, stats] of listBelow(folder)) {
      if (stats.isDirectory()) add(file);
      else {
        links.follow(file);
        found(file);
      }
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

/** Reports changes of files that lie elsewhere, by the path of the link to them: the folder of a link hears of the link alone. */
function followLinks(changed: Changed, lost: (error: unknown) => void): { follow(file: string): void } {
  const followed = new Map<string, { readonly watcher: FSWatcher; readonly target: string }>();
  const follow = (file: string) => {
    const target = readTarget(file);
    if (followed.get(file)?.target === target) return;
    followed.get(file)?.watcher.close();
    followed.delete(file);
    if (target === undefined) return;
    try {
      // The folder, not the file: most editors put another file in the place of the one they save.
      const watcher = watch(path.dirname(target), (_event, name) => {
        if (name === path.basename(target)) changed(file);
      });
      watcher.on('error', () => watcher.close());
      followed.set(file, { watcher, target });
    } catch (error) {
      lost(error);
    }
  };
  return { follow };
}

/** The file that a link leads to; undefined where it is no link, or leads to none. */
function readTarget(file: string): string | undefined {
  try {
    if (!lstatSync(file).isSymbolicLink()) return undefined;
    const target = realpathSync(file);
    return statSync(target).isFile() ? target : undefined;
  } catch {
    return undefined;
  }
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

/** Files and folders below a folder. What goes while it is listed is left out, and so is what has no end. */
function* listBelow(folder: string): Generator<[file: string, stats: Stats]> {
  for (const { name, isFolder } of readEntries(folder)) {
    const file = path.join(folder, name);
    const stats = readStats(file);
    if (!stats) continue;
    yield [file, stats];
    if (isFolder) yield* listBelow(file);
  }
}

function readEntries(folder: string): readonly Entry[] {
  try {
    return listFolder(folder);
  } catch {
    return [];
  }
}

/** Undefined where nothing is there, and for a link that leads to itself. */
function readStats(file: string): Stats | undefined {
  try {
    return statSync(file);
  } catch {
    return undefined;
  }
}

/** Numbers of files are given again, also to the next one. */
function identify(folder: string): string {
  const { ino, birthtimeMs } = statSync(folder);
  return `${ino}:${birthtimeMs}`;
}

function isHidden(file: string): boolean {
  return path.basename(file).startsWith('.');
}
