import { existsSync } from 'node:fs';
import path from 'node:path';
import { createProcessCache, createWeakProcessCache } from '../cache/process-cache';
import { type Entry, listBelow, listFolder } from './folder';
import { createReporter, type Problem } from './problems';
import { type ReadCache, readText, type TextFile } from './text-file';

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

/**
 * Lists and reads the content folder: `posts/<slug>/index.md(x)`, `posts/<slug>.md(x)`, the same under `pages`,
 * `tags.yml`, `authors.yml` and `site.ts`. Only `posts` must be there. The only reader of content files.
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
    problems: [...reportNoPosts(root), ...posts.problems, ...pages.problems],
  };
}

function readDocuments(root: string, kind: string, cache: ReadCache) {
  const files: DocumentFile[] = [];
  const problems: Problem[] = [];
  const entries = listFolder(path.join(root, kind));
  const isLoose = (entry: Entry) => !entry.isFolder && !isMarkdown(entry.name);
  const loose = intern(entries.filter(isLoose).map(({ name }) => name));
  const add = (relative: string, name: string, assets: readonly string[]) => {
    const document = readDocument(root, relative, name, assets, cache);
    if (document) files.push(document);
    else if (isMarkdown(relative)) problems.push(reportEnding(readText(root, relative, cache)));
  };
  for (const entry of entries) {
    const relative = `${kind}/${entry.name}`;
    if (!entry.isFolder) {
      add(relative, entry.name.replace(/\.mdx?$/, ''), loose);
      continue;
    }
    const assets = intern(listBelow(path.join(root, relative)));
    const indexes = assets.filter((name) => /^index\.mdx?$/.test(name));
    for (const name of indexes) add(`${relative}/${name}`, entry.name, assets);
    problems.push(
      ...findStrays(assets).map((name) => reportStray(readText(root, `${relative}/${name}`, cache))),
    );
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
  if (known?.assets === assets) return known;
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

const documents = createWeakProcessCache<TextFile, DocumentFile>('documents');

/** The same list for the same names, so that a document whose surroundings did not change is seen to be the same. */
function intern(names: readonly string[]): readonly string[] {
  return lists.getOrCreate(names.join('\n'), () => names);
}

const lists = createProcessCache<string, readonly string[]>('lists of files');

/** Files that look like posts but make no page. Beside an index file, notes of any other name are welcome. */
function findStrays(assets: readonly string[]): string[] {
  const hasIndex = assets.some((name) => /^index\.mdx?$/.test(name));
  const isStray = hasIndex ? /\/index\.mdx?$/i : MARKDOWN;
  return assets.filter((name) => isStray.test(name));
}

function reportNoPosts(root: string): Problem[] {
  if (existsSync(path.join(root, 'posts'))) return [];
  const message = 'The content folder has no folder "posts".';
  const remedy = 'Make the folder, or let CONTENT_DIR name the folder that holds it.';
  return [createReporter('posts', '')({ line: 1, column: 1 }, 'error', message, remedy)];
}

function reportStray({ file, source }: TextFile): Problem {
  const report = createReporter(file, source);
  const [kind] = file.split('/');
  const message = `This file makes no page: it is neither ${kind}/<name>.mdx nor ${kind}/<name>/index.mdx.`;
  const remedy = 'Move it or rename it to one of these; .md will do as well.';
  return report({ line: 1, column: 1 }, 'warning', message, remedy);
}

function reportEnding({ file, source }: TextFile): Problem {
  const report = createReporter(file, source);
  const message = 'A file with this ending is not read.';
  return report({ line: 1, column: 1 }, 'warning', message, 'Rename it to .md or .mdx.');
}

const MARKDOWN = /\.(mdx?|markdown|mdown|mkd)$/i;

function isMarkdown(name: string): boolean {
  return MARKDOWN.test(name);
}
