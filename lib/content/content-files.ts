import path from 'node:path';
import { createProcessState } from '../cache/process-cache';
import { type ContentFiles, readContent } from './read';
import type { ReadCache } from './text-file';

/** Absolute path of the content folder: `CONTENT_DIR` in the environment, or `content`. */
export function getContentFolder(): string {
  return path.resolve(/* turbopackIgnore: true */ process.cwd(), process.env.CONTENT_DIR || 'content');
}

/** The files of the content folder as they lie on the disk now, for those who look at them before anything is parsed. */
export function getFiles(): ContentFiles {
  return readContent(getContentFolder(), files);
}

const files = createProcessState('content files', (): ReadCache => new Map());
