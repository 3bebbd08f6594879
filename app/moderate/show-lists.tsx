import { BanList } from '@/components/readers/ban-list';
import { DecidedNotice } from '@/components/readers/decided-notice';
import { DecisionList } from '@/components/readers/decision-list';
import { ModerationStates } from '@/components/readers/moderation-states';
import { COMMENT_STATES, type CommentState } from '@/lib/readers/comment';
import type { Store } from '@/lib/readers/store';
import { listBans } from '@/lib/readers/store-bans';
import { moderateListPath, moderatePath } from '@/lib/urls';
import { listPostsById } from './list-posts-by-id';

const PAGE_SIZE = 50;

/** A database takes no larger number than its own. */
const MAX_FROM = 1_000_000;

const LISTS = [...COMMENT_STATES, 'all', 'banned'] as const;

/**
 * What a moderator sees: comments in a state or of a search, or who is banned. A function, not a component: where the database goes
 * away meanwhile, the page says so.
 */
export async function showLists(store: Store, query: Readonly<Record<string, string>>) {
  const search = (query.q ?? '').slice(0, 200);
  const from = Math.min(Math.max(0, Number.parseInt(query.from ?? '0', 10) || 0), MAX_FROM);
  const current = LISTS.find((one) => one === query.state) ?? (search === '' ? 'held' : 'all');
  const state = COMMENT_STATES.find((one) => one === current);
  const counts = await store.countByState(search);
  const bans = await listBans(store);
  const comments =
    current === 'banned'
      ? []
      : await store.listInState(state, { limit: PAGE_SIZE + 1, offset: from, search });
  const done = query.done === undefined ? undefined : await store.findComment(query.done);
  const list = { state: current, ...(search && { q: search }) };
  return (
    <>
      <search>
        <form className="comment-search" action={moderatePath}>
          <label htmlFor="search-comments">Search names, texts and mail addresses</label>
          <input id="search-comments" type="search" name="q" defaultValue={search} />
          <button type="submit">Search</button>
        </form>
      </search>
      <ModerationStates counts={toListCounts(counts, bans.length)} current={current} search={search} />
      {done && done.name !== '' && <DecidedNotice comment={done} list={list} />}
      {current === 'banned' && <BanList bans={bans} />}
      {current !== 'banned' && comments.length === 0 && <p>No comments here.</p>}
      {comments.length > 0 && (
        <DecisionList
          comments={comments.slice(0, PAGE_SIZE)}
          posts={listPostsById()}
          list={{ ...list, ...(from > 0 && { from: String(from) }) }}
        />
      )}
      {(from > 0 || comments.length > PAGE_SIZE) && (
        <p>
          {from > 0 && <a href={moderateListPath({ ...list, from: Math.max(0, from - PAGE_SIZE) })}>Newer</a>}{' '}
          {comments.length > PAGE_SIZE && (
            <a href={moderateListPath({ ...list, from: from + PAGE_SIZE })}>Older</a>
          )}
        </p>
      )}
    </>
  );
}

function toListCounts(
  counts: ReadonlyMap<CommentState, number>,
  banned: number,
): ReadonlyMap<string, number> {
  const all = [...counts.values()].reduce((sum, number) => sum + number, 0);
  const states = COMMENT_STATES.map((state) => [state, counts.get(state) ?? 0] as const);
  return new Map<string, number>([...states, ['all', all], ['banned', banned]]);
}
