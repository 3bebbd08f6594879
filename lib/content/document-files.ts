import path from 'node:path';
import { createProcessCache } from '../cache/process-cache';
import { isIndexFile, toFormat, withoutEnding } from './document-name';
import { type Entry, listBelow, listFolder } from './folder';

/** A Markdown file in a folder of documents. */
export interface ListedFile {
  /** Relative to the content folder, with forward slashes. */
  readonly file: string;
  /** Of the file without its ending, or of the folder that it is the index of. Absent: it is no document. */
  readonly name?: string;
  /** Files beside it, relative to its folder. */
  readonly assets: readonly string[];
}

/**
 * The Markdown files in the folder `kind` of a content folder, sorted. A folder with an index file is one document, and what else
 * is in it belongs to that; any other folder only keeps order, to any depth.
 */
export function listDocumentFiles(root: string, kind: string): ListedFile[] {
  return listGroup(root, kind, true);
}

function listGroup(root: string, folder: string, isTop: boolean): ListedFile[] {
  const entries = listFolder(path.join(root, folder));
  if (!isTop && entries.some(({ name, isFolder }) => !isFolder && isIndexFile(name)))
    return listDocument(root, folder);
  const assets = intern(listLoose(root, folder, entries));
  return entries.flatMap((entry): ListedFile[] => {
    const file = `${folder}/${entry.name}`;
    if (entry.isFolder) return listGroup(root, file, false);
    if (!isDocument(entry.name, entries)) return [];
    return [{ file, assets, ...(toFormat(entry.name) && { name: withoutEnding(entry.name) }) }];
  });
}

/** The files of a document that has a folder of its own. Notes in Markdown are welcome there, and are none of its pages. */
function listDocument(root: string, folder: string): ListedFile[] {
  const assets = intern(listBelow(path.join(root, folder)));
  return assets.filter(isMarkdown).map((asset) => ({
    file: `${folder}/${asset}`,
    assets,
    ...(isIndexFile(asset) && !asset.includes('/') && { name: path.posix.basename(folder) }),
  }));
}

/** Files beside loose documents, and those of folders in which there is no Markdown at all, such as `images`. */
function listLoose(root: string, folder: string, entries: readonly Entry[]): string[] {
  return entries.flatMap(({ name, isFolder }) => {
    if (!isFolder) return isDocument(name, entries) ? [] : [name];
    const below = listBelow(path.join(root, folder, name));
    return below.some(isMarkdown) ? [] : below.map((asset) => `${name}/${asset}`);
  });
}

/** The same list for the same names, so that a document whose surroundings did not change is seen to be the same. */
function intern(names: readonly string[]): readonly string[] {
  return lists.getOrCreate(names.join('\n'), () => names);
}

const lists = createProcessCache<string, readonly string[]>('lists of files');

/** Also what another program makes Markdown of, unless it has. */
function isDocument(name: string, beside: readonly Entry[]): boolean {
  if (isMarkdown(name)) return true;
  const source = SOURCE.exec(name)?.[1];
  return (
    source !== undefined &&
    !beside.some((entry) => withoutEnding(entry.name) === source && toFormat(entry.name))
  );
}

const SOURCE = /^(.+)\.(?:qmd|rmd|rmarkdown|ipynb|rst|adoc|asciidoc|org|textile)$/i;

/** Also those with endings that are not read. */
function isMarkdown(name: string): boolean {
  return /\.(mdx?|markdown|mdown|mkdn?|mdwn)$/i.test(name);
}
