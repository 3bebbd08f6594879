import {
  constants,
  copyFileSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  symlinkSync,
} from 'node:fs';
import path from 'node:path';

/**
 * Files that Next writes in place in every run: a link to them would be written through. All else is made anew under a
 * name of its own or removed before.
 */
const WRITTEN_IN_PLACE =
  /^(?!server[/\\](app|chunks)[/\\]|static[/\\](chunks|media)[/\\]|public[/\\]|node_modules[/\\]|build[/\\])/;

/** Copies a build without using room for it twice: what is not written in place is linked, where the disk can. */
export function cloneFolder(from: string, to: string, isWanted = (_name: string) => true, below = ''): void {
  mkdirSync(path.join(to, below), { recursive: true });
  for (const entry of readdirSync(path.join(from, below), { withFileTypes: true })) {
    const name = path.join(below, entry.name);
    if (!isWanted(name)) continue;
    const [source, target] = [path.join(from, name), path.join(to, name)];
    if (entry.isDirectory()) cloneFolder(from, to, isWanted, name);
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
    else if (WRITTEN_IN_PLACE.test(name)) copyFileSync(source, target);
    else linkOrCopy(source, target);
  }
}

/** Gives a file a second name; on a disk that cannot, a second copy. */
export function linkOrCopy(source: string, target: string): void {
  try {
    linkSync(source, target);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return;
    copyFileSync(source, target, constants.COPYFILE_FICLONE);
  }
}
