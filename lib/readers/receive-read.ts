import { todayIn } from '../dates';
import { toClientAddress } from './client-address';
import { getDaySalt } from './day-salt';
import { LIMITS } from './limits';
import type { Read } from './read';
import { readForm } from './read-form';
import type { ReadersPart } from './readers-part';
import { toReferrerHost } from './referrer-host';
import { toSearchText } from './search-text';
import { addRead } from './store-reads';

interface Site {
  readonly url: string;
  readonly timeZone: string;
  /** The id of a post that is counted, by its slug. */
  findPost(slug: string): string | undefined;
  getPart(): Promise<ReadersPart>;
}

/** Programs that follow links run scripts, too. Cubot is a make of telephones. */
const ROBOT = /(?<!cu)bot\b|crawl|spider/i;

/**
 * Counts what a page reports, and gives the status of the answer. Nothing is counted of who asks for that (`DNT`, `Sec-GPC`). Throws where
 * the database is away.
 */
export async function receiveRead(request: Request, site: Site, now = Date.now()): Promise<number> {
  const { headers } = request;
  if (headers.get('dnt') === '1' || headers.get('sec-gpc') === '1') return 204;
  if (ROBOT.test(headers.get('user-agent') ?? '')) return 204;
  const form = await readForm(request, site.url);
  if (!form.ok) return form.status;
  const read = parseRead(form.fields, headers, site);
  if (typeof read === 'number') return read;
  const { store } = await site.getPart();
  const address = toClientAddress(headers, await getDaySalt(store, now));
  if ((await store.countAttempt(`read ${address}`, Date.now() - LIMITS.window)) > LIMITS.reads) return 429;
  await addRead(store, read, { address, day: todayIn(site.timeZone, new Date(now)) }, now);
  return 204;
}

/** What is to be counted, or the status where it is nothing. */
function parseRead(fields: URLSearchParams, headers: Headers, { url, findPost }: Site): Read | number {
  const slug = fields.get('post');
  if (slug === null) {
    const search = toSearchText(fields.get('search') ?? '');
    return search === undefined ? 204 : { search };
  }
  const post = findPost(slug);
  if (post === undefined) return 404;
  const ownHosts = [new URL(url).host, headers.get('x-forwarded-host') ?? '', headers.get('host') ?? ''];
  return { post, host: toReferrerHost(fields.get('host') ?? '', ownHosts) };
}
