import path from 'node:path';
import { withoutEnding } from '../content/document-name';
import { isOutside, splitUrl } from '../markdown/links/links';
import { decodeParam } from '../urls';

/** A post on its way from one address to another. Paths are relative to the content folder. */
export interface PostMove {
  /** The post's folder, or its file where it has none; the same where it stays. */
  readonly from: string;
  readonly to: string;
  readonly isFolder: boolean;
  /** Name of the folder or file before, without an ending. */
  readonly name: string;
  readonly oldPath: string;
  readonly newPath: string;
  readonly slug: string;
}

interface Where {
  /** Absolute path of the content folder. */
  readonly root: string;
  readonly siteUrl: string;
}

/**
 * An address in a document, as typed, after the move; undefined where it does not lead to the post or to a file
 * beside it. Query and fragment stay, and so does the way it is written: relative, absolute, percent-encoded.
 */
export function moveLink(
  url: string,
  document: { readonly folder: string },
  move: PostMove,
  { root, siteUrl }: Where,
): string | undefined {
  const { pathname, rest } = splitUrl(url);
  if (pathname === '') return undefined;
  const isOwn = pathname.startsWith(`${siteUrl}/`);
  if (isOutside(pathname) && !isOwn) return undefined;
  const plain = decodeParam(isOwn ? pathname.slice(siteUrl.length) : pathname);
  const moved = plain.startsWith('/') ? moveAbsolute(plain, move) : moveRelative(plain, document, move, root);
  if (moved === undefined) return undefined;
  const isEncoded = pathname.includes('%');
  return `${isOwn ? siteUrl : ''}${isEncoded ? encodeURI(moved) : moved}${rest}`;
}

function moveAbsolute(pathname: string, { oldPath, newPath }: PostMove): string | undefined {
  const old = decodeParam(oldPath);
  if (pathname.replace(/\/+$/, '') !== old) return undefined;
  return decodeParam(newPath) + pathname.slice(old.length);
}

function moveRelative(
  pathname: string,
  document: { readonly folder: string },
  { from, to, isFolder }: PostMove,
  root: string,
): string | undefined {
  if (from === to) return undefined;
  const target = path.relative(root, path.resolve(document.folder, pathname)).split(path.sep).join('/');
  const bare = withoutEnding(from);
  const isPost = target === from || target === bare;
  if (!isPost && !(isFolder && target.startsWith(`${from}/`))) return undefined;
  // How many parts of the address lie below the post's own; the part before them is its name.
  const below = isPost ? 0 : target.slice(from.length + 1).split('/').length;
  const parts = pathname.replace(/\/+$/, '').split('/');
  const at = parts.length - 1 - below;
  const name = parts[at];
  if (name === undefined || name === '.' || name === '..') return undefined;
  const ending = name.slice(withoutEnding(name).length);
  const next = `${withoutEnding(path.posix.basename(to))}${isFolder ? '' : ending}`;
  return [...parts.slice(0, at), next, ...parts.slice(at + 1)].join('/') + (/\/+$/.exec(pathname)?.[0] ?? '');
}
