import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { createWeakProcessCache } from '../../cache/process-cache';
import type { ContentIndex, DocumentText, Route } from '../../content/content-index';
import { suggestFile } from '../../content/suggest';
import { decodePercent } from '../../urls';

/** What an address in a text stands for. */
export type Target =
  /** A web address, an anchor, or anything else to be left as it is. */
  | { readonly kind: 'as-is' }
  /** A page of this site made from a content file. */
  | { readonly kind: 'page'; readonly path: string }
  /** A page that readers cannot see: a draft or a scheduled post. */
  | { readonly kind: 'hidden'; readonly path: string }
  /** A file beside the post, or below `public`. */
  | { readonly kind: 'file'; readonly file: string }
  | { readonly kind: 'missing'; readonly guess?: string };

/** Finds what an address in a document means: relative ones start at the document's own folder. */
export function resolveTarget(url: string, document: DocumentText, index: ContentIndex): Target {
  const { pathname } = splitUrl(url);
  if (isOutside(url) || pathname === '') return { kind: 'as-is' };
  const decoded = decodePercent(pathname);
  if (decoded.startsWith('/')) {
    const page = findByPath(decoded, index);
    return page ? toTarget(page) : { kind: 'as-is' };
  }
  const file = path.resolve(document.folder, decoded);
  const relative = path.relative(index.root, file).split(path.sep).join('/');
  const names = [
    relative,
    ...['index.mdx', 'index.md'].map((name) => `${relative}/${name}`),
    `${relative}.mdx`,
    `${relative}.md`,
  ];
  const route = names.map((name) => index.routes.get(name)).find((found) => found !== undefined);
  if (route) return toTarget(route);
  if (isInside(index.root, file) && isFile(file)) return { kind: 'file', file };
  const guess = guessUrl(decoded, file);
  return guess === undefined ? { kind: 'missing' } : { kind: 'missing', guess };
}

function toTarget({ path, isVisible }: Route): Target {
  return { kind: isVisible ? 'page' : 'hidden', path };
}

/** The document at an absolute path of the site, decoded. */
function findByPath(pathname: string, index: ContentIndex): Route | undefined {
  const known = byPath.getOrCreate(index, () => {
    const routes = [...index.routes.values()];
    return new Map(routes.map((route) => [decodePercent(route.path), route]));
  });
  return known.get(pathname.normalize('NFC').replace(/(?<=.)\/+$/, ''));
}

const byPath = createWeakProcessCache<ContentIndex, ReadonlyMap<string, Route>>('routes by path');

/** An address without its query and fragment, and these two as written. */
export function splitUrl(url: string): { pathname: string; rest: string } {
  const end = url.search(/[?#]/);
  return end === -1 ? { pathname: url, rest: '' } : { pathname: url.slice(0, end), rest: url.slice(end) };
}

/** True for addresses with a scheme (`https:`, `mailto:`, `data:`) or another host. */
export function isOutside(url: string): boolean {
  return /^([a-z][a-z0-9+.-]*:|\/\/)/i.test(url);
}

/** The address with its last part spelled as a file or folder that is there. */
function guessUrl(url: string, file: string): string | undefined {
  const close = suggestFile(path.basename(file), listNames(path.dirname(file)));
  return close === undefined ? undefined : url.replace(/[^/]+\/?$/, close);
}

function listNames(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => !/^index\.mdx?$/.test(name));
  } catch {
    return [];
  }
}

/** A post may show what lies in the content folder and nothing else of the machine. */
function isInside(root: string, file: string): boolean {
  const relative = path.relative(root, file);
  return !relative.startsWith('..') && !path.isAbsolute(relative);
}

function isFile(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
}
