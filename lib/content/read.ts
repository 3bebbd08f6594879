import { existsSync } from 'node:fs';
import path from 'node:path';
import { createWeakProcessCache } from '../cache/process-cache';
import { type DataFile, readDataFiles } from './data-files';
import { listDocumentFiles } from './document-files';
import { toFormat } from './document-name';
import { findMisplaced } from './misplaced';
import { createReporter, type Problem } from './problems';
import { readSharedComponents, type SharedComponent } from './shared-components';
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
  /** Components of the blog, where it has any. */
  readonly shared?: readonly SharedComponent[];
  /** Data that it imports, where there is any. */
  readonly data?: readonly DataFile[];
}

export interface ContentFiles {
  readonly root: string;
  /** Sorted by path. */
  readonly posts: readonly DocumentFile[];
  readonly pages: readonly DocumentFile[];
  readonly parts: readonly DocumentFile[];
  readonly tags: TextFile | undefined;
  readonly authors: TextFile | undefined;
  readonly site: TextFile | undefined;
  readonly strings: TextFile | undefined;
  readonly style: TextFile | undefined;
  readonly components: readonly SharedComponent[];
  readonly problems: readonly Problem[];
}

/**
 * Lists and reads the content folder: `posts/<slug>/index.md`, `posts/<slug>.md`, the same in folders below `posts`, which only
 * keep order, the same under `pages`, `parts`, `tags.yml`, `authors.yml`, `strings.yml`, `site.ts` and `style.css`. Documents end in `.md`, `.mdx` or `.markdown`. Only
 * `posts` must be there. The only reader of content files.
 */
export function readContent(root: string, cache: ReadCache = new Map()): ContentFiles {
  const components = readSharedComponents(root, cache);
  const posts = readDocuments(root, 'posts', components.list, cache);
  const pages = readDocuments(root, 'pages', components.list, cache);
  const parts = readDocuments(root, 'parts', components.list, cache);
  const optional = (...names: string[]) => {
    const name = names.find((candidate) =>
      existsSync(path.join(/* turbopackIgnore: true */ root, candidate)),
    );
    return name === undefined ? undefined : readText(root, name, cache);
  };
  return {
    root,
    posts: posts.files,
    pages: pages.files,
    parts: parts.files,
    tags: optional('tags.yml', 'tags.yaml'),
    authors: optional('authors.yml', 'authors.yaml'),
    site: optional('site.ts'),
    strings: optional('strings.yml', 'strings.yaml'),
    style: optional('style.css'),
    components: components.list,
    problems: [
      ...reportNoPosts(root),
      ...[components, posts, pages, parts].flatMap(({ problems }) => problems),
    ],
  };
}

function readDocuments(root: string, kind: string, shared: readonly SharedComponent[], cache: ReadCache) {
  const files: DocumentFile[] = [];
  const problems: Problem[] = [];
  for (const listed of listDocumentFiles(root, kind)) {
    const text = readText(root, listed.file, cache);
    const misplaced = findMisplaced(text, listed, kind);
    if (misplaced) problems.push(misplaced);
    else if (listed.name !== undefined)
      files.push(toDocument(root, text, { ...listed, name: listed.name, shared }, cache));
  }
  return { files, problems };
}

function toDocument(
  root: string,
  text: TextFile,
  { name, assets, shared }: Pick<DocumentFile, 'name' | 'assets'> & { shared: readonly SharedComponent[] },
  cache: ReadCache,
): DocumentFile {
  const known = documents.get(text);
  const format = toFormat(text.file) ?? 'md';
  const data = format === 'mdx' ? readDataFiles(text, root, cache) : [];
  const isSame = known?.assets === assets && (known.shared ?? NONE) === (shared.length > 0 ? shared : NONE);
  if (isSame && hasSameData(known, data)) return known;
  const document: DocumentFile = {
    ...text,
    name: name.normalize('NFC'),
    format,
    folder: path.dirname(path.join(root, text.file)),
    assets,
    ...(shared.length > 0 && { shared }),
    ...(data.length > 0 && { data }),
  };
  documents.set(text, document);
  return document;
}

function hasSameData({ data: known = [] }: DocumentFile, data: readonly DataFile[]): boolean {
  return data.length === known.length && data.every(({ text }, index) => text === known[index]?.text);
}

const NONE: readonly SharedComponent[] = [];

const documents = createWeakProcessCache<TextFile, DocumentFile>('documents');

function reportNoPosts(root: string): Problem[] {
  if (existsSync(path.join(/* turbopackIgnore: true */ root, 'posts'))) return [];
  const message = 'The content folder has no folder "posts".';
  const remedy = 'Make the folder, or let CONTENT_DIR name the folder that holds it.';
  return [createReporter('posts', '')({ line: 1, column: 1 }, 'error', message, remedy)];
}
