import type { InStatement } from '@libsql/client';
import { getDaySalt } from './day-salt';
import { LIMITS } from './limits';
import type { Read, ReadKind } from './read';
import { sign } from './signature';
import type { Store } from './store';

interface Source {
  /** Who reports it, from `toClientAddress`. */
  readonly address: string;
  /** As the site's calendar has it. */
  readonly day: string;
}

const MAX_NAMES: Readonly<Record<ReadKind, number>> = {
  // As many as there are.
  post: Number.MAX_SAFE_INTEGER,
  host: LIMITS.hosts,
  search: LIMITS.searches,
};

/**
 * Counts a post that was read, with the host that led to it, or a search that found nothing: once a day from an address. What is kept of
 * the reader is another one for each post and each day, and is deleted with the day.
 */
export async function addRead(
  store: Store,
  read: Read,
  { address, day }: Source,
  now = Date.now(),
): Promise<void> {
  const counted = listNames(read);
  const reader = sign(await getDaySalt(store, now), 'read', ...(counted[0] ?? []), address);
  await store.write([
    ...counted.map(([kind, name]) => ({
      sql: `INSERT INTO reads (day, kind, name, number) SELECT ?1, ?2,
          CASE WHEN EXISTS (SELECT 1 FROM reads WHERE day = ?1 AND kind = ?2 AND name = ?3)
            OR (SELECT count(*) FROM reads WHERE day = ?1 AND kind = ?2) < ?4 THEN ?3 ELSE '' END,
          1 WHERE NOT EXISTS (SELECT 1 FROM read_today WHERE reader = ?5)
        ON CONFLICT DO UPDATE SET number = number + 1`,
      args: [day, kind, name, MAX_NAMES[kind], reader],
    })),
    {
      sql: 'INSERT OR IGNORE INTO read_today VALUES (?, ?)',
      args: [reader, new Date(now).toISOString().slice(0, 10)],
    },
  ]);
}

function listNames(read: Read): (readonly [ReadKind, string])[] {
  if ('search' in read) return [['search', read.search]];
  const { post, host } = read;
  return [['post', post], ...(host === undefined ? [] : [['host', host] as const])];
}

/** What makes whatever is older than `LIMITS.days` one sum for each post, and hosts and searches go, for `Store.beginDay`. */
export function forgetStatements(today: string): InStatement[] {
  const oldest = new Date(Date.parse(today) - LIMITS.days * DAY).toISOString().slice(0, 10);
  return [
    { sql: 'DELETE FROM read_today WHERE day < ?', args: [today] },
    {
      sql: `INSERT INTO reads (day, kind, name, number)
        SELECT '', kind, name, sum(number) FROM reads WHERE day <> '' AND day < ? AND kind = 'post' GROUP BY kind, name
        ON CONFLICT DO UPDATE SET number = number + excluded.number`,
      args: [oldest],
    },
    { sql: `DELETE FROM reads WHERE day <> '' AND day < ?`, args: [oldest] },
  ];
}

const DAY = 24 * 60 * 60 * 1000;
