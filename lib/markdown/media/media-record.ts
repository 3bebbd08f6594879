import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createProcessCache } from '../../cache/process-cache';
import { getContentFolder } from '../../content/content-files';
import type { Variant } from './variants';

/** Says what files of the content were in the build, in the folder that functions have of it: these measure and scale nothing. */
export const MEDIA_RECORD = '.media-record.json';

/** A file as the build knew it, before it was made smaller. */
export interface RecordedMedia {
  readonly hash: string;
  readonly width?: number;
  readonly height?: number;
  /** Of an image on pages that are made on request, as they were published. */
  readonly variants?: readonly Omit<Variant, 'file'>[];
}

/** What the record of a function says of a file; undefined where there is no such record, as in a build. */
export function findRecordedMedia(file: string): RecordedMedia | undefined {
  const root = getContentFolder();
  const record = records.getOrCreate(root, () => readRecord(root));
  return record[path.relative(root, file).split(path.sep).join('/')];
}

const records = createProcessCache<string, Readonly<Record<string, RecordedMedia>>>('record of media');

function readRecord(root: string): Readonly<Record<string, RecordedMedia>> {
  try {
    return JSON.parse(readFileSync(path.join(/* turbopackIgnore: true */ root, MEDIA_RECORD), 'utf8'));
  } catch {
    return {};
  }
}
