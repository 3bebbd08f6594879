import type { Store } from './store';
import { countThreads, findThreadPlace, listSilent, listThreads, type ThreadComment } from './store-threads';
import { type Scope, type SilentCounts, THREADS } from './threads';

interface ShownThreads {
  /** Oldest first. */
  readonly list: readonly ThreadComment[];
  readonly counts: SilentCounts;
}

interface CommentsPage extends ShownThreads {
  readonly page: number;
  readonly pages: number;
}

/**
 * A page of the comments of a post, the oldest threads on the first: that with one comment, or else one by its number, or else the last,
 * which has likes and reposts too. What was asked for comes from an address: any text.
 */
export async function readCommentsPage(
  store: Store,
  scope: Scope,
  asked: { readonly comment?: string | undefined; readonly page?: string | undefined },
): Promise<CommentsPage> {
  const pages = Math.max(1, Math.ceil((await countThreads(store, scope)) / THREADS.perPage));
  const place = asked.comment ? await findThreadPlace(store, scope, asked.comment) : undefined;
  const wanted = place === undefined ? Number(asked.page) : Math.floor(place / THREADS.perPage) + 1;
  const page = Number.isInteger(wanted) && wanted >= 1 ? Math.min(wanted, pages) : pages;
  const offset = (page - 1) * THREADS.perPage;
  const threads = await listThreads(store, scope, { limit: THREADS.perPage, offset });
  const silent = page === pages ? await listSilent(store, scope) : NO_SILENT;
  return { list: [...silent.list, ...threads], counts: silent.counts, page, pages };
}

const NO_SILENT = { list: [], counts: { like: 0, repost: 0 } };

/** What the page of a post shows now, from the thread on that was its first; of many that are newer the newest. */
export async function readNewer(store: Store, scope: Scope, first?: string): Promise<ShownThreads> {
  const total = await countThreads(store, scope);
  const place = first ? await findThreadPlace(store, scope, first) : undefined;
  const offset = Math.max(place ?? total - THREADS.inPost, total - THREADS.perPage, 0);
  const threads = await listThreads(store, scope, { limit: THREADS.perPage, offset });
  const silent = await listSilent(store, scope);
  return { list: [...silent.list, ...threads], counts: silent.counts };
}
