import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { createWeakProcessCache } from '../cache/process-cache';
import type { ContentIndex } from '../content/content-index';
import { findSection } from '../content/sections';
import { decodeParam, RESERVED_PAGE_SLUGS, tagPath } from '../urls';

/** What answers at a path of the site. */
export type Answer =
  /** A post or a page, whoever sees it: its file, relative to the content folder. */
  | { readonly kind: 'document'; readonly file: string }
  /** A list, a feed, a file of `public`, or whatever else the site has there. */
  | { readonly kind: 'page' }
  | { readonly kind: 'redirect'; readonly to: string }
  /** `isOwn`: among the site's own addresses, so that nothing else can answer there. */
  | { readonly kind: 'missing'; readonly isOwn: boolean };

/** What answers at a path (`/posts/hello`, percent-encoded or not, without query and fragment). */
export function findAnswer(pathname: string, index: ContentIndex): Answer {
  const book = books.getOrCreate(index, () => buildBook(index));
  const address = decodeParam(pathname).replace(/(?<=.)\/+$/, '');
  const known = book.get(address);
  if (known) return known;
  if (isList(address, index) || isPublicFile(address)) return { kind: 'page' };
  // Feeds of a list and the Markdown export of a page have its address and a file's ending.
  const [, owner = ''] = /^(.+?)(?:\.md|\/(?:feed\.xml|atom\.xml|feed\.json))$/.exec(address) ?? [];
  if (owner !== '' && (book.has(owner) || isList(owner, index))) return { kind: 'page' };
  return { kind: 'missing', isOwn: /^\/(posts|tags|authors)(\/|$)/.test(address) };
}

const books = createWeakProcessCache<ContentIndex, ReadonlyMap<string, Answer>>('address books');

function buildBook(index: ContentIndex): ReadonlyMap<string, Answer> {
  const book = new Map<string, Answer>();
  for (const { from, to } of index.redirects)
    book.set(decodeParam(from).replace(/\/+$/, ''), { kind: 'redirect', to });
  for (const [file, { path }] of index.routes) book.set(decodeParam(path), { kind: 'document', file });
  return book;
}

function isList(address: string, index: ContentIndex): boolean {
  const { tags, authors } = findSection(index) ?? index;
  const [, first = '', second, third] = address.split('/');
  const section = findSection(index, first);
  if (section) return isListOf(section, address.slice(first.length + 1));
  if (first === 'tags' && second !== undefined)
    return tags.has(second) && isNumbered(address, tagPath(second));
  if (first === 'authors') return second !== undefined && third === undefined && authors.has(second);
  if (first === 'posts' && second !== undefined) return second === 'page' && /^\d+$/.test(third ?? '');
  return first === '' || RESERVED_PAGE_SLUGS.includes(first);
}

/** What a section has besides its home page, feeds apart. */
function isListOf({ tags, series }: ContentIndex, address: string): boolean {
  const [, first, second] = address.split('/');
  if (first === 'tags' && second !== undefined)
    return tags.has(second) && isNumbered(address, tagPath(second));
  if (first === 'series') return series.has(second ?? '');
  return /^(\/(posts(\/page\/\d+)?|tags|search))?$/.test(address);
}

function isNumbered(address: string, list: string): boolean {
  return /^(\/page\/\d+)?$/.test(address.slice(decodeParam(list).length));
}

function isPublicFile(address: string): boolean {
  const root = path.resolve('public');
  const file = path.join(root, address);
  return file.startsWith(root + path.sep) && existsSync(file) && statSync(file).isFile();
}
