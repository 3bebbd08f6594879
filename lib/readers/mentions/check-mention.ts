import { decodePercent } from '../../urls';
import { FetchError, type FetchedPage, type FetchOptions, fetchPage } from './fetch-page';
import { clean, type ReadMention, readMention } from './read-mention';
import { scanPage } from './scan-page';

/** What became of fetching the page that is said to link to a post. */
export type Checked =
  | { readonly state: 'found'; readonly mention: ReadMention }
  /** It is not there any more, or does not link to the post any more. */
  | { readonly state: 'gone' }
  /** Nothing is known now; it may be later. */
  | { readonly state: 'away'; readonly message: string }
  /** Such an address is not fetched, or is none of a page. */
  | { readonly state: 'refused'; readonly message: string };

interface Reported {
  readonly source: string;
  readonly target: string;
}

/** Fetches `source` and looks whether it links to `target`, the address as it was reported. */
export async function checkMention({ source, target }: Reported, options: FetchOptions): Promise<Checked> {
  try {
    const page = await fetchPage(source, options);
    const { status } = page;
    if (status === 404 || status === 410) return { state: 'gone' };
    if (status === 429 || status >= 500)
      return { state: 'away', message: `${source} is answered with ${status}` };
    if (status < 200 || status > 299)
      return { state: 'refused', message: `${source} is answered with ${status}` };
    return readChecked(page, new URL(target).href);
  } catch (error) {
    if (!(error instanceof FetchError)) throw error;
    const isPassing = error.fault === 'slow' || error.fault === 'unreachable';
    return { state: isPassing ? 'away' : 'refused', message: error.message };
  }
}

function readChecked(page: FetchedPage, target: string): Checked {
  const isHtml = page.type === 'text/html' || page.type === 'application/xhtml+xml';
  const scanned = isHtml ? scanPage(page.text, page.url) : undefined;
  if (isHtml && !scanned) return { state: 'refused', message: `${page.url} is too deep to be read` };
  if (scanned?.links.has(target))
    return { state: 'found', mention: readMention(scanned, { pageUrl: page.url, target }) };
  const found = isHtml ? undefined : findInText(page, target);
  if (found) return { state: 'found', mention: found };
  return page.isCut ? { state: 'refused', message: `${page.url} is too large` } : { state: 'gone' };
}

/** The address as it stands, not as the beginning of another one. */
function findInText({ text, url, type }: FetchedPage, target: string): ReadMention | undefined {
  const isThere = type === 'text/plain' ? listAddresses(text).has(target) : holds(parse(text), target);
  if (!isThere) return undefined;
  const { host, pathname } = new URL(url);
  return {
    kind: 'mention',
    name: host,
    url,
    text: clean(decodePercent(pathname.split('/').pop() ?? ''), 160),
  };
}

function listAddresses(text: string): ReadonlySet<string> {
  return new Set((text.match(/https?:\/\/[^\s<>"'`()[\]{}]+/gi) ?? []).flatMap(toHrefs));
}

/** With and without the mark that ends a sentence. */
function toHrefs(found: string): string[] {
  return [found, found.replace(/[.,;:!?]+$/, '')].flatMap((one) =>
    URL.canParse(one) ? [new URL(one).href] : [],
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whether a value somewhere in `data` is the address; of any depth. */
function holds(data: unknown, target: string): boolean {
  const rest = [data];
  while (rest.length > 0) {
    const value = rest.pop();
    if (typeof value === 'string' && URL.canParse(value) && new URL(value).href === target) return true;
    if (typeof value === 'object' && value !== null) for (const one of Object.values(value)) rest.push(one);
  }
  return false;
}
