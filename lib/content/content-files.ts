import path from 'node:path';
import { createProcessState } from '../cache/process-cache';
import { isThere } from './folder';
import { type ContentFiles, readContent } from './read';
import type { ReadCache } from './text-file';

/**
 * Absolute path of the content folder: `CONTENT_DIR` in the environment, or `content`; in a function, which has neither, what it
 * carries of that.
 */
export function getContentFolder(): string {
  const folder = path.resolve(
    /* turbopackIgnore: true */ process.cwd(),
    process.env.CONTENT_DIR || 'content',
  );
  if (process.env.NODE_ENV !== 'production' || isThere(folder)) return folder;
  const carried = getRequestFolder();
  return isThere(carried) ? carried : folder;
}

/** Where a build for a host of functions leaves what these need of the content. */
export function getRequestFolder(): string {
  const root = process.env.DIST_DIR || '.next';
  return path.resolve(/* turbopackIgnore: true */ process.cwd(), root, 'request-content');
}

/** The files of the content folder as they lie on the disk now, for those who look at them before anything is parsed. */
export function getFiles(): ContentFiles {
  return readContent(getContentFolder(), files);
}

const files = createProcessState('content files', (): ReadCache => new Map());
