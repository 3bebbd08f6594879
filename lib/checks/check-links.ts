import type { ContentIndex, DocumentText } from '../content/content-index';
import type { Explanation, Problem, ProblemInFile } from '../content/problems';
import type { CompiledText } from '../markdown/compile/compile';
import { isOutside, splitUrl } from '../markdown/links/links';
import type { ResolvedReference } from '../markdown/links/resolve';
import { decodeParam } from '../urls';
import { findAnswer } from './find-answer';

/** Gives what is known of the body of a document by its file, for the anchors in it. */
export type GetText = (file: string) => Promise<CompiledText | undefined>;

/**
 * What is wrong with the links of a body beyond files and posts that are missing: dead absolute paths, anchors that are
 * not there, links through a redirect or to a post that comes later, and addresses without encryption.
 */
export async function checkLinks(
  references: readonly ResolvedReference[],
  document: DocumentText,
  index: ContentIndex,
  getText: GetText,
): Promise<ProblemInFile[]> {
  const problems: ProblemInFile[] = [];
  for (const reference of references) {
    const { line, column } = reference;
    const found = await checkLink(reference, { file: document.file, index, getText });
    if (found) problems.push({ line, column, severity: 'warning', ...found });
  }
  return problems;
}

interface Context {
  /** The file with the link. */
  readonly file: string;
  readonly index: ContentIndex;
  readonly getText: GetText;
}

/** A warning where nothing else is said. */
interface Found extends Explanation {
  readonly severity?: Problem['severity'];
}

async function checkLink(reference: ResolvedReference, context: Context): Promise<Found | undefined> {
  const { url } = reference;
  const { siteUrl, path } = toPath(reference, context.index);
  if (path === undefined) return isInsecure(url) ? describeInsecure(reference) : undefined;
  const { pathname, rest } = splitUrl(path);
  if (pathname === '') return checkAnchor(url, rest, context.file, context);
  const answer = findAnswer(pathname, context.index);
  if (answer.kind === 'page') return undefined;
  if (answer.kind === 'missing') return describeMissing(url, answer.isOwn);
  if (answer.kind === 'redirect') {
    const message = `The link "${url}" leads to an old address of ${decodeParam(answer.to)}.`;
    return { message, remedy: `Write ${siteUrl}${decodeParam(answer.to)}.` };
  }
  if (isLater(answer.file, context)) return describeHidden(url, siteUrl !== '');
  return checkAnchor(url, rest, answer.file, context);
}

/** The address as a path of this site; undefined for what is elsewhere, and for relative ones that lead to no page. */
function toPath(
  { url, target }: ResolvedReference,
  { site }: ContentIndex,
): { siteUrl: string; path?: string } {
  if (url.startsWith(`${site.url}/`)) return { siteUrl: site.url, path: url.slice(site.url.length) };
  if (isOutside(url)) return { siteUrl: site.url };
  if (url.startsWith('/') || url.startsWith('#')) return { siteUrl: '', path: url };
  const leadsToPage = target.kind === 'page' || target.kind === 'hidden';
  return leadsToPage ? { siteUrl: '', path: target.path + splitUrl(url).rest } : { siteUrl: '' };
}

async function checkAnchor(
  url: string,
  rest: string,
  target: string,
  { getText }: Context,
): Promise<Found | undefined> {
  const anchor = decodeParam(rest.split('#')[1]?.split(':~:')[0] ?? '');
  if (anchor === '' || ALWAYS_THERE.test(anchor)) return undefined;
  const text = await getText(target);
  if (!text || text.problems.some(({ severity }) => severity === 'error')) return undefined;
  const { anchors } = text;
  if (anchors.includes(anchor) || anchors.includes(anchor.replace(/-L\d+$/, ''))) return undefined;
  const close = anchors.find((id) => id.toLowerCase() === anchor.toLowerCase());
  const remedy =
    close === undefined
      ? `Anchors there: ${list(anchors)}.`
      : `Write #${close}: upper and lower case are not the same.`;
  return { message: `The link "${url}" leads to a place that is not there.`, remedy };
}

/** The frame of a page, and code blocks and their lines, which get their names when they are highlighted. */
const ALWAYS_THERE = /^(top|main|code-\d+(-.*)?)$/;

function list(anchors: readonly string[]): string {
  const shown = anchors.filter((id) => !id.startsWith('user-content-')).slice(0, 8);
  return shown.length === 0 ? 'none' : shown.map((id) => `#${id}`).join(', ');
}

/** True where readers who see the document with the link cannot see its target yet. A draft is no promise to anybody. */
function isLater(target: string, { file, index }: Context): boolean {
  const from = dayOfAppearance(file, index);
  return from !== NEVER && dayOfAppearance(target, index) > from;
}

/** Sorts after every day. */
const NEVER = 'never';

/** The day on which readers see a document: empty where they see it now. */
function dayOfAppearance(file: string, { routes, scheduled }: ContentIndex): string {
  const state = routes.get(file)?.state;
  if (state === 'draft') return NEVER;
  if (state !== 'scheduled') return '';
  return scheduled.find((post) => post.file === file)?.date ?? NEVER;
}

function describeHidden(url: string, isAbsolute: boolean): Found {
  return {
    message: `The link "${url}" leads to a post that readers cannot see yet.`,
    remedy: isAbsolute
      ? 'Publish that post first, or remove the link.'
      : 'Publish that post first; until then the words are shown without the link.',
  };
}

function describeMissing(url: string, isOwn: boolean): Found {
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

function describeInsecure({ url, kind }: ResolvedReference): Found {
  const what = kind === 'link' ? 'link' : 'file';
  const remedy = `Write ${url.replace(/^http:/i, 'https:')} if the site answers there.`;
  return { message: `The ${what} "${url}" is fetched without encryption.`, remedy };
}
