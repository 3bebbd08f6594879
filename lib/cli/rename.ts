import { existsSync, readFileSync, renameSync } from 'node:fs';
import path from 'node:path';
import { isIndexFile } from '../content/document-name';
import { readFileName } from '../content/file-name';
import { addToList, editFields, removeFromList } from '../content/front-matter-edit';
import { readPermalinks } from '../content/permalinks';
import { type ParsedPost, toPost } from '../content/post';
import { getContentFolder, getFiles, loadContent } from '../content/posts';
import type { DocumentFile } from '../content/read';
import { findSlugFault } from '../content/slug';
import { rewriteLinks } from '../markdown/links/rewrite-links';
import { absoluteUrl, decodeParam, postPath, RESERVED_POST_SLUGS } from '../urls';
import { readArguments, type Usage } from './arguments';
import { editFile } from './edit-file';
import { findPost } from './find-post';
import { keepPermalinks } from './keep-permalinks';
import { moveLink, type PostMove } from './move-link';
import { listSeenUrls } from './seen-urls';
import { EXIT, type Terminal, writeError, writeLine } from './terminal';
import { writeText } from './write-text';

const USAGE: Usage = {
  example: 'npm run rename -- old-slug new-slug',
  what: 'Gives a post another address: moves it, lets the old address lead to the new one, fixes links to it.',
  help: [],
  options: {},
  needed: ['the slug of a post', 'its new slug'],
  atMost: 2,
};

/** `npm run rename`: everything is worked out first; nothing is written where something stands in the way. */
export async function rename(args: readonly string[], terminal: Terminal): Promise<number> {
  const read = readArguments(args, USAGE, terminal);
  if (typeof read === 'number') return read;
  const [from = '', to = ''] = read.names;
  const slug = to.normalize('NFC');
  const post = findPost(from, terminal);
  if (!post) return EXIT.failed;
  const fault = findFault(post, slug);
  if (fault !== undefined) {
    writeError(terminal, fault);
    return EXIT.failed;
  }
  const move = toMove(post, slug);
  const seen = listSeenUrls();
  const wasPublic = isPublic(post.slug, seen);
  const texts = editAll(post, move, wasPublic, terminal);
  const root = getContentFolder();
  for (const [file, text] of texts) writeText(path.join(root, file), text);
  if (move.to !== move.from) renameSync(path.join(root, move.from), path.join(root, move.to));
  report(post, move, [...texts.keys()], wasPublic, terminal);
  if (readPermalinks(root).isKept) {
    for (const url of keepPermalinks(seen)) writeLine(terminal, `permalinks.json: + ${url}`);
  }
  return EXIT.done;
}

function findFault(post: ParsedPost, slug: string): string | undefined {
  if (!post.isReadable) return `${post.file.file} has errors: npm run check names them.`;
  if (slug === post.slug) return `The post is called "${slug}" already.`;
  const slugFault = findSlugFault(slug);
  if (slugFault !== undefined) return `The slug "${slug}" ${slugFault}.`;
  const key = slug.toLowerCase();
  if (RESERVED_POST_SLUGS.includes(key)) return `The slug "${slug}" is reserved: the site uses it itself.`;
  const others = getFiles()
    .posts.map(toPost)
    .filter(({ file }) => file.file !== post.file.file);
  const same = others.find((other) => other.slug.normalize('NFC').toLowerCase() === key);
  if (same) return `The slug "${slug}" is already used by ${same.file.file}.`;
  const claimed = others.find(({ values }) => values.aliases?.some((alias) => isAddressOf(alias, slug)));
  if (claimed) return `The address is an alias of ${claimed.file.file}.`;
  const { to, from } = toMove(post, slug);
  const isOther = to.toLowerCase() !== from.toLowerCase();
  if (isOther && existsSync(path.join(getContentFolder(), to))) return `${to} is already there.`;
  return undefined;
}

/** A post that names its slug itself stays where it lies. */
function toMove(post: ParsedPost, slug: string): PostMove {
  const { file, name } = post.file;
  const isFolder = isIndexFile(file);
  const from = isFolder ? path.posix.dirname(file) : file;
  const stays = post.values.slug !== undefined;
  const { date } = readFileName(name);
  const next = `${date === undefined ? '' : `${date}-`}${slug}${isFolder ? '' : path.posix.extname(file)}`;
  const to = stays ? from : path.posix.join(path.posix.dirname(from), next);
  return { from, to, isFolder, name, oldPath: postPath(post.slug), newPath: postPath(slug), slug };
}

/** True where readers may have been given the address. */
function isPublic(slug: string, seen: readonly string[]): boolean {
  const url = decodeParam(postPath(slug));
  return seen.includes(url) || readPermalinks(getContentFolder()).urls.includes(url);
}

/** The new text of every file that changes, by its path. */
function editAll(post: ParsedPost, move: PostMove, keepsAlias: boolean, terminal: Terminal) {
  const { site, root } = loadContent('author');
  const texts = new Map<string, string>();
  const files = getFiles();
  for (const file of [...files.posts, ...files.pages, ...files.parts]) {
    const source = readFileSync(path.join(root, file.file), 'utf8');
    const edit = () => editOwn(source, post, move, keepsAlias);
    const own = file.file === post.file.file ? editFile(path.join(root, file.file), edit) : source;
    const text = fix(own, file, (url) => moveLink(url, file, move, { root, siteUrl: site.url }), terminal);
    if (text !== source) texts.set(file.file, text);
  }
  if (files.site?.source.includes(decodeParam(move.oldPath)) === true) {
    writeError(terminal, `site.ts names ${decodeParam(move.oldPath)}: change it by hand.`);
  }
  return texts;
}

function editOwn(
  source: string,
  post: ParsedPost,
  { newPath, oldPath, slug }: PostMove,
  keepsAlias: boolean,
) {
  const named = post.values.slug === undefined ? source : editFields(source, { slug });
  const freed = removeFromList(named, 'aliases', (alias) => isAddressOf(alias, slug));
  const isThere = post.values.aliases?.some((alias) => decodeParam(alias) === decodeParam(oldPath));
  if (!keepsAlias || isThere || newPath === oldPath) return freed;
  return addToList(freed, 'aliases', decodeParam(oldPath));
}

function fix(
  source: string,
  file: DocumentFile,
  rewrite: (url: string) => string | undefined,
  terminal: Terminal,
): string {
  try {
    return rewriteLinks(source, file.format, rewrite);
  } catch {
    writeError(terminal, `${file.file} has errors: its links were not looked at.`);
    return source;
  }
}

function isAddressOf(alias: string, slug: string): boolean {
  return decodeParam(alias).replace(/\/+$/, '') === decodeParam(postPath(slug));
}

function report(post: ParsedPost, move: PostMove, changed: string[], wasPublic: boolean, terminal: Terminal) {
  const { site } = loadContent('author');
  if (move.to !== move.from) writeLine(terminal, `${move.from} → ${move.to}`);
  for (const file of changed.filter((name) => name !== post.file.file))
    writeLine(terminal, `${file}: links fixed`);
  writeLine(terminal, absoluteUrl(site.url, move.newPath));
  writeLine(
    terminal,
    wasPublic
      ? `${decodeParam(move.oldPath)} leads there.`
      : 'Readers were never given the old address: it leads nowhere.',
  );
}
