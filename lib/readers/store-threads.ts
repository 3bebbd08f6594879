import type { Row } from '@libsql/client';
import type { Comment } from './comment';
import { type Store, toComment } from './store';
import { type Scope, type Shown, type SilentCounts, THREADS } from './threads';

export type ThreadComment = Comment & {
  /** When it was written, edited or decided on, whatever came last. */
  readonly changed: number;
};

export interface SilentMentions {
  /** The newest of each kind, oldest first. */
  readonly list: readonly ThreadComment[];
  /** How many there are. */
  readonly counts: SilentCounts;
}

/** What the page of a post shows. */
export interface PostThreads {
  /** Oldest first. */
  readonly list: readonly ThreadComment[];
  /** How many threads there are. */
  readonly total: number;
  readonly counts: SilentCounts;
}

const CHANGED = `max(created, coalesce(edited, 0), coalesce((SELECT max(at) FROM decisions WHERE comment = comments.id), 0)) AS changed`;

/** What the index has, in its words. */
const FIRST = `parent IS NULL AND state IN ('approved', 'deleted')`;

/** The `+` keeps all that are approved from being gone through for it. */
const IS_ANSWER = `+state = 'approved'`;

/** The index has what distinguishes threads from other comments, so that few rows of these are read. */
const FROM_THREADS = 'FROM comments INDEXED BY shown_threads_of_post';

/** A comment that is deleted keeps its place for the answers to it. */
const HAS_PLACE = `(state = 'approved' OR EXISTS (SELECT 1 FROM comments AS answer WHERE answer.parent = comments.id AND +answer.state = 'approved'))`;

const IS_SHOWN = `CASE WHEN kind IS NULL THEN :comments ELSE :mentions END`;

const IS_THREAD = `${FIRST} AND coalesce(kind, '') NOT IN ('like', 'repost') AND ${IS_SHOWN} AND ${HAS_PLACE}`;

const IS_SILENT = `${FIRST} AND state = 'approved' AND kind IN ('like', 'repost') AND :mentions`;

/** How many threads a post has. */
export async function countThreads(store: Store, scope: Scope): Promise<number> {
  const [row] = await store.read({
    sql: `SELECT count(*) AS number ${FROM_THREADS} WHERE post = :post AND ${IS_THREAD}`,
    args: toArgs(scope),
  });
  return Number(row?.number ?? 0);
}

/** Some threads of a post with all their answers, oldest first: no other row is read. A thread can begin with a deleted comment. */
export async function listThreads(
  store: Store,
  scope: Scope,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<ThreadComment[]> {
  const threads = `SELECT id ${FROM_THREADS} WHERE post = :post AND ${IS_THREAD} ORDER BY created, id LIMIT :limit OFFSET :offset`;
  const rows = await store.read({
    sql: `WITH threads AS (${threads})
      SELECT *, ${CHANGED} FROM comments WHERE id IN threads
      UNION ALL SELECT *, ${CHANGED} FROM comments WHERE parent IN threads AND ${IS_ANSWER}
      ORDER BY created, id`,
    args: { ...toArgs(scope), limit, offset },
  });
  return rows.map(toThreadComment);
}

/** How many threads of a post are older than that of a comment; undefined where pages do not show it. */
export async function findThreadPlace(store: Store, scope: Scope, id: string): Promise<number | undefined> {
  const [row] = await store.read({
    sql: `WITH thread AS (SELECT created, id FROM comments
        WHERE id = (SELECT coalesce(parent, id) FROM comments WHERE id = :id AND post = :post AND state IN ('approved', 'deleted')) AND ${IS_THREAD})
      SELECT (SELECT count(*) ${FROM_THREADS} WHERE post = :post AND ${IS_THREAD}
        AND (created, id) < (thread.created, thread.id)) AS place FROM thread`,
    args: { ...toArgs(scope), id },
  });
  return row && Number(row.place);
}

/** Who likes a post on another site, and who posted it again. */
export async function listSilent(store: Store, { post, ...shown }: Scope): Promise<SilentMentions> {
  const all = await listSilentOfPosts(store, { ...shown, post });
  return all.get(post) ?? { list: [], counts: { like: 0, repost: 0 } };
}

/** What the pages of all posts show, by the id of the post: the newest `limit` threads of each. */
export async function listOfPosts(
  store: Store,
  shown: Shown,
  limit: number,
): Promise<ReadonlyMap<string, PostThreads>> {
  const silent = await listSilentOfPosts(store, shown);
  const threads = `SELECT id, row_number() OVER (PARTITION BY post ORDER BY created DESC, id DESC) AS place,
    count(*) OVER (PARTITION BY post) AS total ${FROM_THREADS} WHERE ${IS_THREAD}`;
  const rows = await store.read({
    sql: `WITH threads AS (SELECT id, total FROM (${threads}) WHERE place <= :limit)
      SELECT comments.*, total, ${CHANGED} FROM threads CROSS JOIN comments ON comments.id = threads.id
      UNION ALL SELECT comments.*, total, ${CHANGED} FROM threads CROSS JOIN comments ON parent = threads.id AND ${IS_ANSWER}
      ORDER BY created, id`,
    args: { ...toShownArgs(shown), limit },
  });
  const byPost = groupByPost(rows);
  const posts = new Set([...byPost.keys(), ...silent.keys()]);
  return new Map(
    [...posts].map((post) => {
      const { list = [], counts = { like: 0, repost: 0 } } = silent.get(post) ?? {};
      const found = byPost.get(post) ?? [];
      const total = Number(found[0]?.total ?? 0);
      return [post, { list: [...list, ...found.map(toThreadComment)], total, counts }];
    }),
  );
}

/** How many approved comments there are that pages show, and how many of them were written on other sites. */
export async function countShown(
  store: Store,
  shown: Shown,
): Promise<{ readonly comments: number; readonly mentions: number }> {
  const [row] = await store.read({
    sql: `SELECT count(*) AS number, coalesce(sum(kind IS NOT NULL), 0) AS mentions FROM comments WHERE state = 'approved' AND ${IS_SHOWN}`,
    args: toShownArgs(shown),
  });
  const mentions = Number(row?.mentions ?? 0);
  return { comments: Number(row?.number ?? 0) - mentions, mentions };
}

async function listSilentOfPosts(
  store: Store,
  { post, ...shown }: Shown & { readonly post?: string },
): Promise<ReadonlyMap<string, SilentMentions>> {
  const places = `SELECT *, row_number() OVER (PARTITION BY post, kind ORDER BY created DESC, id DESC) AS place,
    count(*) OVER (PARTITION BY post, kind) AS total ${FROM_THREADS} WHERE ${IS_SILENT}${post === undefined ? '' : ' AND post = :post'}`;
  const { mentions } = toShownArgs(shown);
  const rows = await store.read({
    sql: `SELECT *, ${CHANGED} FROM (${places}) AS comments WHERE place <= :names ORDER BY created, id`,
    args: { mentions, names: THREADS.names, ...(post !== undefined && { post }) },
  });
  return new Map(
    [...groupByPost(rows)].map(([key, found]) => {
      const count = (kind: string) => Number(found.find((row) => row.kind === kind)?.total ?? 0);
      return [
        key,
        { list: found.map(toThreadComment), counts: { like: count('like'), repost: count('repost') } },
      ];
    }),
  );
}

function groupByPost(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const post = String(row.post);
    const group = groups.get(post);
    if (group) group.push(row);
    else groups.set(post, [row]);
  }
  return groups;
}

function toThreadComment(row: Row): ThreadComment {
  return { ...toComment(row), changed: Number(row.changed) };
}

function toArgs({ post, ...shown }: Scope) {
  return { post, ...toShownArgs(shown) };
}

function toShownArgs({ comments, mentions }: Shown) {
  return { comments: Number(comments), mentions: Number(mentions) };
}
