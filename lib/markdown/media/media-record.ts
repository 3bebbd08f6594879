import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createProcessCache } from '../../cache/process-cache';
import { getContentFolder } from '../../content/content-files';

/** Says what files were before they were made smaller, in the folder that functions have of the content. */
export const MEDIA_RECORD = '.media-record.json';

/** An image as it was published. */
export interface RecordedMedia {
  readonly hash: string;
  readonly width?: number;
  readonly height?: number;
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
