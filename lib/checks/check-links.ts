import type { ContentIndex, DocumentText } from '../content/content-index';
import type { ProblemInFile } from '../content/problems';
import type { CompiledText } from '../markdown/compile/compile';
import { type Answer, findAnswer } from '../markdown/links/address-book';
import { isOutside, resolveTarget, splitUrl } from '../markdown/links/links';
import type { Reference } from '../markdown/links/references';
import { decodeParam } from '../urls';

/** Gives what is known of the text of another document, for the anchors in it. */
export type GetText = (document: DocumentText) => Promise<CompiledText>;

/**
 * What is wrong with the links of a text beyond those that `resolveReferences` reports: dead absolute paths, anchors
 * that are not there, links through a redirect or to a draft, and addresses without encryption.
 */
export async function reviewLinks(
  { references }: CompiledText,
  document: DocumentText,
  index: ContentIndex,
  getText: GetText,
): Promise<ProblemInFile[]> {
  const isSeen = isPublic(document, index);
  const problems: ProblemInFile[] = [];
  for (const reference of references) {
    const found = await reviewLink(reference, { document, index, getText, isSeen });
    if (found) problems.push({ line: reference.line, column: reference.column, ...found });
  }
  return problems;
}

interface Context {
  readonly document: DocumentText;
  readonly index: ContentIndex;
  readonly getText: GetText;
  /** True where readers can see the document itself. */
  readonly isSeen: boolean;
}

type Unplaced = Omit<ProblemInFile, 'line' | 'column'>;

async function reviewLink(reference: Reference, context: Context): Promise<Unplaced | undefined> {
  const { url } = reference;
  const { siteUrl, path } = toPath(url, context);
  if (path === undefined) return isInsecure(url) ? describeInsecure(reference) : undefined;
  const { pathname, rest } = splitUrl(path);
  const answer: Answer =
    pathname === ''
      ? { kind: 'document', document: context.document, isPublic: context.isSeen }
      : findAnswer(pathname, context.index);
  if (answer.kind === 'missing') {
    // What readers cannot see is not in the index they get. A path to it is reported where its address is resolved.
    const isHidden = resolveTarget(pathname, context.document, context.index).kind === 'hidden';
    if (!isHidden) return describeMissing(url, answer.isOwn);
    return siteUrl === '' ? undefined : describeHidden(url);
  }
  if (answer.kind === 'redirect') {
    const message = `The link "${url}" leads to an old address of ${decodeParam(answer.to)}.`;
    return { severity: 'warning', message, remedy: `Write ${siteUrl}${decodeParam(answer.to)}.` };
  }
  if (answer.kind === 'page') return undefined;
  if (context.isSeen && !answer.isPublic) return describeHidden(url);
  return reviewAnchor(reference, rest, answer.document, context);
}

/** The address as a path of this site; undefined for what is elsewhere, and for relative ones that lead to no page. */
function toPath(url: string, { document, index }: Context): { siteUrl: string; path?: string } {
  const siteUrl = index.site.url;
  if (url.startsWith(`${siteUrl}/`)) return { siteUrl, path: url.slice(siteUrl.length) };
  if (isOutside(url)) return { siteUrl };
  if (url.startsWith('/') || url.startsWith('#')) return { siteUrl: '', path: url };
  const target = resolveTarget(url, document, index);
  return target.kind === 'page' ? { siteUrl: '', path: target.path + splitUrl(url).rest } : { siteUrl };
}

async function reviewAnchor(
  { url }: Reference,
  rest: string,
  target: DocumentText,
  { getText }: Context,
): Promise<Unplaced | undefined> {
  const anchor = decodeParam(rest.split('#')[1]?.split(':~:')[0] ?? '');
  if (anchor === '' || ALWAYS_THERE.test(anchor)) return undefined;
  const { anchors, problems } = await getText(target);
  const isBroken = problems.some(({ severity }) => severity === 'error');
  if (isBroken || anchors.includes(anchor) || anchors.includes(anchor.replace(/-L\d+$/, '')))
    return undefined;
  const close = anchors.find((id) => id.toLowerCase() === anchor.toLowerCase());
  const remedy =
    close === undefined
      ? `Anchors there: ${list(anchors)}.`
      : `Write #${close}: upper and lower case are not the same.`;
  return { severity: 'warning', message: `The link "${url}" leads to a place that is not there.`, remedy };
}

/** The frame of a page, and code blocks and their lines, which get their names when they are highlighted. */
const ALWAYS_THERE = /^(top|main|code-\d+(-.*)?)$/;

function list(anchors: readonly string[]): string {
  const shown = anchors.filter((id) => !id.startsWith('user-content-')).slice(0, 8);
  return shown.length === 0 ? 'none' : shown.map((id) => `#${id}`).join(', ');
}

function describeHidden(url: string): Unplaced {
  const message = `The link "${url}" leads to a post that readers cannot see yet.`;
  return { severity: 'warning', message, remedy: 'Publish that post first, or take the link out.' };
}

function describeMissing(url: string, isOwn: boolean): Unplaced {
  const remedy = isOwn
    ? 'Correct the address, or name the file: relative links such as ../other-post are followed when a post moves.'
    : 'Correct the address, or put a file of this name into public.';
  return { severity: isOwn ? 'error' : 'warning', message: `The link "${url}" leads nowhere.`, remedy };
}

/** Names that never leave the machine or the network they are used in: RFC 6761, RFC 2606, and private addresses. */
const LOCAL =
  /^(localhost|127\.\d+\.\d+\.\d+|\[::1\]|0\.0\.0\.0|10\.[\d.]+|192\.168\.[\d.]+)$|\.(localhost|local|test|example|invalid|internal|onion)$|(^|\.)example\.(com|org|net)$/i;

function isInsecure(url: string): boolean {
  if (!/^http:\/\//i.test(url) || !URL.canParse(url)) return false;
  return !LOCAL.test(new URL(url).hostname);
}

function describeInsecure({ url, kind }: Reference): Unplaced {
  const what = kind === 'link' ? 'link' : 'file';
  const remedy = `Write ${url.replace(/^http:/i, 'https:')} if the site answers there.`;
  return { severity: 'warning', message: `The ${what} "${url}" is fetched without encryption.`, remedy };
}

function isPublic({ file }: DocumentText, index: ContentIndex): boolean {
  const post = [...index.postsBySlug.values()].find((candidate) => candidate.file === file);
  return post === undefined
    ? file.startsWith('pages/')
    : post.state === 'published' || post.state === 'unlisted';
}
