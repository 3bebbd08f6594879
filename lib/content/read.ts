import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { createReporter, type Problem } from './problems';

/** A text file of the content folder. The same object is handed out for as long as the file does not change. */
export interface TextFile {
  /** Relative to the content folder, with forward slashes. */
  readonly file: string;
  /** Decoded, without byte order mark, line ends as `\n`. */
  readonly source: string;
  /** What keeps the file from being read, if anything; the source is then empty. */
  readonly problems: readonly Problem[];
}

/** A post or a page as it lies on the disk. */
export interface DocumentFile extends TextFile {
  /** The file's name without its ending, or for an `index` file its folder's name; Unicode NFC. */
  readonly name: string;
  readonly format: 'md' | 'mdx';
  /** Absolute path of the folder the document's relative paths start from. */
  readonly folder: string;
  /** Files below that folder, as relative paths with forward slashes. */
  readonly assets: readonly string[];
}

export interface ContentFiles {
  readonly root: string;
  /** Sorted by path. */
  readonly posts: readonly DocumentFile[];
  readonly pages: readonly DocumentFile[];
  readonly tags: TextFile | undefined;
  readonly authors: TextFile | undefined;
  readonly site: TextFile | undefined;
  readonly problems: readonly Problem[];
}

/** Remembers files between reads, so that only what changed is read again. */
export type ReadCache = Map<string, { readonly stamp: string; readonly file: TextFile }>;

/**
 * Lists and reads the content folder: `posts/<slug>/index.md(x)`, `posts/<slug>.md(x)`, the same under `pages`,
 * `tags.yml`, `authors.yml` and `site.ts`. Anything may be missing. The only reader of content files.
 */
export function readContent(root: string, cache: ReadCache = new Map()): ContentFiles {
  const posts = readDocuments(root, 'posts', cache);
  const pages = readDocuments(root, 'pages', cache);
  const optional = (...names: string[]) => {
    const name = names.find((candidate) => existsSync(path.join(root, candidate)));
    return name === undefined ? undefined : readText(root, name, cache);
  };
  return {
    root,
    posts: posts.files,
    pages: pages.files,
    tags: optional('tags.yml', 'tags.yaml'),
    authors: optional('authors.yml', 'authors.yaml'),
    site: optional('site.ts'),
    problems: [...posts.problems, ...pages.problems],
  };
}

function readDocuments(root: string, kind: string, cache: ReadCache) {
  const files: DocumentFile[] = [];
  const problems: Problem[] = [];
  const entries = listFolder(path.join(root, kind));
  const loose = entries.filter(({ isFolder }) => !isFolder).map(({ name }) => name);
  const add = (relative: string, name: string, assets: readonly string[]) => {
    const document = readDocument(root, relative, name, assets, cache);
    if (document) files.push(document);
    else if (isMarkdown(relative)) problems.push(reportEnding(relative));
  };
  for (const entry of entries) {
    const relative = `${kind}/${entry.name}`;
    if (!entry.isFolder) {
      add(relative, entry.name.replace(/\.mdx?$/, ''), loose);
      continue;
    }
    const assets = listBelow(path.join(root, relative));
    const indexes = assets.filter((name) => /^index\.mdx?$/.test(name));
    for (const name of indexes) add(`${relative}/${name}`, entry.name, assets);
    const stray = assets.find((name) => isMarkdown(name) && !name.includes('/'));
    if (indexes.length === 0 && stray !== undefined) problems.push(reportStray(`${relative}/${stray}`));
  }
  return { files, problems };
}

function readDocument(
  root: string,
  relative: string,
  name: string,
  assets: readonly string[],
  cache: ReadCache,
): DocumentFile | undefined {
  const format = /\.(mdx?)$/.exec(relative)?.[1];
  if (format === undefined) return undefined;
  const text = readText(root, relative, cache);
  const known = documents.get(text);
  if (known && known.assets.join('\n') === assets.join('\n')) return known;
  const document: DocumentFile = {
    ...text,
    name: name.normalize('NFC'),
    format: format === 'mdx' ? 'mdx' : 'md',
    folder: path.dirname(path.join(root, relative)),
    assets,
  };
  documents.set(text, document);
  return document;
}

const documents = new WeakMap<TextFile, DocumentFile>();

function readText(root: string, relative: string, cache: ReadCache): TextFile {
  const absolute = path.join(root, relative);
  const { mtimeMs, size, ino } = statSync(absolute);
  const stamp = `${mtimeMs}:${size}:${ino}`;
  const known = cache.get(absolute);
  if (known?.stamp === stamp) return known.file;
  const file = decode(relative, readFileSync(absolute));
  cache.set(absolute, { stamp, file });
  return file;
}

function decode(file: string, bytes: Buffer): TextFile {
  try {
    const source = new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n');
    return { file, source, problems: [] };
  } catch {
    return { file, source: '', problems: [reportEncoding(file, bytes)] };
  }
}

/** Finds the first byte that is not UTF-8 by decoding line by line: a line break is one byte in every UTF-8 text. */
function reportEncoding(file: string, bytes: Buffer): Problem {
  const lines = bytes.toString('latin1').split('\n');
  const isValid = (line: string) => !Buffer.from(line, 'latin1').toString('utf8').includes('\uFFFD');
  const index = Math.max(
    lines.findIndex((line) => !isValid(line)),
    0,
  );
  const shown = Buffer.from(lines[index] ?? '', 'latin1').toString('utf8');
  const column = Math.max(shown.indexOf('\uFFFD'), 0) + 1;
  return {
    file,
    line: index + 1,
    column,
    severity: 'error',
    message: 'The file is not UTF-8 text.',
    advice: 'Save it with the encoding UTF-8.',
    frame: shown,
  };
}

function reportStray(file: string): Problem {
  const report = createReporter(file, '');
  const advice = 'Rename the file to index.mdx or index.md, or move it up one folder.';
  return report(
    { line: 1, column: 1 },
    'warning',
    'Nothing is published from a folder without an index file.',
    advice,
  );
}

function reportEnding(file: string): Problem {
  const report = createReporter(file, '');
  return report(
    { line: 1, column: 1 },
    'warning',
    'A file with this ending is not read.',
    'Rename it to .md or .mdx.',
  );
}

function isMarkdown(name: string): boolean {
  return /\.(mdx?|markdown|mdown|mkd)$/i.test(name);
}

interface Entry {
  readonly name: string;
  readonly isFolder: boolean;
}

function listFolder(folder: string): Entry[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !entry.name.startsWith('.'))
    .map((entry) => ({ name: entry.name, isFolder: isFolder(folder, entry) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Every file below a folder, hidden ones left out, sorted. */
function listBelow(folder: string, prefix = ''): string[] {
  return listFolder(path.join(folder, prefix)).flatMap((entry) => {
    const relative = prefix === '' ? entry.name : `${prefix}/${entry.name}`;
    return entry.isFolder ? listBelow(folder, relative) : [relative];
  });
}

function isFolder(
  folder: string,
  entry: { name: string; isDirectory(): boolean; isSymbolicLink(): boolean },
) {
  if (!entry.isSymbolicLink()) return entry.isDirectory();
  return statSync(path.join(folder, entry.name), { throwIfNoEntry: false })?.isDirectory() ?? false;
}
