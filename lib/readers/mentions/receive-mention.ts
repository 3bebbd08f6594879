import { LIMITS } from '../limits';
import type { ReadersPart } from '../readers-part';
import { isBanned } from '../store-bans';
import { FETCH_LIMITS } from './fetch-page';
import { queueMention } from './store-mentions';

/** What a report of a mention is answered with, for programs. */
export interface Answer {
  readonly status: 202 | 400 | 403 | 429 | 503;
  readonly text: string;
}

interface Report {
  /** The fields `source` and `target`, as they were sent. */
  readonly source: string;
  readonly target: string;
  /** Who sends it, from `toClientAddress`. */
  readonly address: string;
}

interface Circumstances {
  readonly siteUrl: string;
  /** Id of the post at an address; undefined where there is none that takes mentions. */
  findPost(target: URL): string | undefined;
}

/** Takes the report that a page links to a post, and keeps it until the page is fetched. Rejects where the database is away. */
export async function receiveMention(
  { store }: ReadersPart,
  { source, target, address }: Report,
  { siteUrl, findPost }: Circumstances,
): Promise<Answer> {
  const from = toPageUrl(source);
  const to = toPageUrl(target);
  if (!from) return { status: 400, text: 'source is no address of a page.' };
  if (!to) return { status: 400, text: 'target is no address of a page.' };
  if (from.host === new URL(siteUrl).host) return { status: 400, text: 'source is a page of this site.' };
  const post = findPost(to);
  if (post === undefined) return { status: 400, text: 'target is no post of this site that takes mentions.' };
  const since = Date.now() - LIMITS.window;
  if ((await store.countAttempt(`mention ${address}`, since)) > LIMITS.mentions)
    return { status: 429, text: 'Too many come from here. Try again later.' };
  if ((await store.countAttempt(`mentions of ${from.host}`, since)) > LIMITS.mentions)
    return { status: 429, text: 'Too many are of this site. Try again later.' };
  if (await isBanned(store, `mention ${from.host}`))
    return { status: 403, text: 'Pages of this site are not taken.' };
  const isQueued = await queueMention(store, { source: from.href, target: to.href, post });
  return isQueued
    ? { status: 202, text: 'Thank you. The page is fetched, and shown once it is approved.' }
    : { status: 503, text: 'Too many wait. Try again later.' };
}

function toPageUrl(text: string): URL | undefined {
  if (text.length > FETCH_LIMITS.url || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  return /^https?:$/.test(url.protocol) && url.username + url.password === '' ? url : undefined;
}
