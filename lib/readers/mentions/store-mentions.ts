import type { Comment } from '../comment';
import { eraseStatements, type Store } from '../store';

/** A page that somebody says links to a post, and that has to be fetched. */
export interface QueuedMention {
  readonly source: string;
  /** The address of the post as it was reported. */
  readonly target: string;
  /** Id of the post. */
  readonly post: string;
  readonly added: number;
  /** How often it was tried, this time included. */
  readonly tries: number;
}

/** How many wait at most, whoever sends them. */
const MAX_QUEUED = 5000;

/** Keeps what is to be fetched; once for a source and a target. False where too many wait. */
export async function queueMention(
  store: Store,
  { source, target, post }: Pick<QueuedMention, 'source' | 'target' | 'post'>,
  now = Date.now(),
): Promise<boolean> {
  const [{ rowsAffected = 0 } = {}] = await store.write([
    {
      sql: `INSERT INTO queued_mentions (source, target, post, added, tries, due)
        SELECT ?1, ?2, ?3, ?4, 0, ?4 WHERE (SELECT count(*) FROM queued_mentions) < ?5
        ON CONFLICT (source, target) DO UPDATE SET post = ?3, added = ?4, tries = 0, due = ?4`,
      args: [source, target, post, now, MAX_QUEUED],
    },
  ]);
  return rowsAffected > 0;
}

/** Takes the one that waits longest, so that no other process does so for `lease` milliseconds. */
export async function takeMention(
  store: Store,
  lease: number,
  now = Date.now(),
): Promise<QueuedMention | undefined> {
  const [taken] = await store.write([
    {
      sql: `UPDATE queued_mentions SET tries = tries + 1, due = ?2 WHERE rowid =
        (SELECT rowid FROM queued_mentions WHERE due <= ?1 ORDER BY due, source LIMIT 1) RETURNING *`,
      args: [now, now + lease],
    },
  ]);
  const row = taken?.rows[0];
  return (
    row && {
      ...{ source: String(row.source), target: String(row.target), post: String(row.post) },
      ...{ added: Number(row.added), tries: Number(row.tries) },
    }
  );
}

/** It is done, unless it was reported once more meanwhile. */
export async function removeMention(store: Store, { source, target, added }: QueuedMention): Promise<void> {
  await store.write([
    {
      sql: 'DELETE FROM queued_mentions WHERE source = ? AND target = ? AND added = ?',
      args: [source, target, added],
    },
  ]);
}

/** It is tried again, not before a time. */
export async function postponeMention(
  store: Store,
  { source, target, added }: QueuedMention,
  due: number,
): Promise<void> {
  await store.write([
    {
      sql: 'UPDATE queued_mentions SET due = ? WHERE source = ? AND target = ? AND added = ?',
      args: [due, source, target, added],
    },
  ]);
}

/** How many wait, and how many of them are due. */
export async function countQueued(store: Store, now = Date.now()): Promise<{ all: number; due: number }> {
  const [row] = await store.read({
    sql: 'SELECT count(*) AS number, coalesce(sum(due <= ?), 0) AS due FROM queued_mentions',
    args: [now],
  });
  return { all: Number(row?.number ?? 0), due: Number(row?.due ?? 0) };
}

/**
 * Keeps a mention. What is there and is the same stays as it is; what was changed is held again; what a moderator decided against
 * stays so. True where there is something to decide.
 */
export async function keepMention(store: Store, comment: Comment, writer: string): Promise<boolean> {
  const { id, post, name, body, html, created, mention } = comment;
  const changed = '(name, body, kind, url, website) IS NOT (?3, ?4, ?7, ?9, ?10)';
  const [{ rowsAffected = 0 } = {}] = await store.write([
    {
      sql: `INSERT INTO comments (id, post, name, body, html, state, created, by_author, writer, kind, source, url, website)
        VALUES (?1, ?2, ?3, ?4, ?5, 'held', ?6, 0, ?11, ?7, ?8, ?9, ?10)
        ON CONFLICT (id) DO UPDATE SET name = ?3, body = ?4, html = ?5, state = 'held', writer = ?11,
          kind = ?7, source = ?8, url = ?9, website = ?10, edited = CASE name WHEN '' THEN NULL ELSE ?6 END
        WHERE name = '' OR (state IN ('held', 'approved') AND ${changed})`,
      args: [
        ...[id, post, name, body, html, created, mention?.kind ?? null, mention?.source ?? null],
        ...[mention?.url ?? null, mention?.website ?? null, writer],
      ],
    },
  ]);
  return rowsAffected > 0;
}

/**
 * Erases the mentions of a page, or of all pages and people of a site where `address` is that of its front page, and what waits of
 * them; gives how many it was.
 */
export async function eraseMentions(store: Store, address: string): Promise<number> {
  const { href, pathname, origin } = new URL(address);
  const fits = (column: string) =>
    pathname === '/' ? `substr(${column} || '/', 1, length(?1)) = ?1` : `${column} = ?1`;
  const arg = pathname === '/' ? `${origin}/` : href;
  const where = ['source', 'url', 'website'].map(fits).join(' OR ');
  const rows = await store.read({
    sql: `SELECT id FROM comments WHERE kind IS NOT NULL AND (${where})`,
    args: [arg],
  });
  await store.write([
    ...rows.flatMap(({ id }) => eraseStatements(String(id))),
    { sql: `DELETE FROM queued_mentions WHERE ${fits('source')}`, args: [arg] },
  ]);
  return rows.length;
}
