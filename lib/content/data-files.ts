import path from 'node:path';
import { createWeakProcessCache } from '../cache/process-cache';
import { listFolder } from './folder';
import { type ReadCache, readText, type TextFile } from './text-file';

/** A file of data that a text imports. */
export interface DataFile {
  /** As the text names it: `./data.json`. */
  readonly source: string;
  readonly text: TextFile;
}

/** True for what can be imported as data. */
export function isDataFile(source: string): boolean {
  return /\.(?:json|ya?ml)$/i.test(source);
}

/** The data that a text in MDX imports from files beside it. A file that is not there is left out. */
export function readDataFiles(text: TextFile, root: string, cache: ReadCache): DataFile[] {
  const folder = path.posix.dirname(text.file);
  return listSources(text).flatMap((source) => {
    const file = path.posix.join(folder, source);
    // Only what is in the content folder is content.
    if (file.startsWith('../')) return [];
    const beside = listFolder(path.join(/* turbopackIgnore: true */ root, path.posix.dirname(file)));
    const isThere = beside.some(({ name, isFolder }) => !isFolder && name === path.posix.basename(file));
    if (!isThere) return [];
    return [{ source, text: readText(root, file, cache) }];
  });
}

function listSources(text: TextFile): readonly string[] {
  return sources.getOrCreate(text, () => {
    const found = [...text.source.matchAll(IMPORT)].map(([, source = '']) => source);
    return [...new Set(found.filter(isDataFile))];
  });
}

const sources = createWeakProcessCache<TextFile, readonly string[]>('imported data');

/** Import statements at the start of a line, as MDX has them. */
const IMPORT = /^import\s[^'"]*['"](\.\.?\/[^'"]+)['"]/gm;
