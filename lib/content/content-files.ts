import path from 'node:path';
import { type ContentFiles, readContent } from './read';
import type { ReadCache } from './text-file';

/** Absolute path of the content folder: `CONTENT_DIR` in the environment, or `content`. */
export function getContentFolder(): string {
  return path.resolve(/* turbopackIgnore: true */ process.cwd(), process.env.CONTENT_DIR || 'content');
}

/** The files of the content folder as they lie on the disk now, for those who look at them before anything is parsed. */
export function getFiles(): ContentFiles {
  return readContent(getContentFolder(), holder.__colophonFiles);
}

/** On `globalThis`, so that the bundles of several routes in one process share one reading. */
const holder = globalThis as typeof globalThis & { __colophonFiles?: ReadCache };
holder.__colophonFiles ??= new Map();
