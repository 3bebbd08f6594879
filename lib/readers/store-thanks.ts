import { getDaySalt } from './day-salt';
import { sign } from './signature';
import type { Store } from './store';

interface Thanks {
  /** Id of the post. */
  readonly post: string;
  /** Who gives them, from `toClientAddress`. */
  readonly address: string;
}

/**
 * Counts thanks for a post, once a day from an address; gives how many there are. What is kept of the reader is another one for each
 * post and each day, and is deleted with the day.
 */
export async function addThanks(store: Store, { post, address }: Thanks, now = Date.now()): Promise<number> {
  const day = new Date(now).toISOString().slice(0, 10);
  const reader = sign(await getDaySalt(store, now), 'thanks', post, address);
  const [, , counted] = await store.write([
    {
      sql: `INSERT INTO thanks (post, number) SELECT ?1, 1 WHERE NOT EXISTS (SELECT 1 FROM thanked WHERE reader = ?2)
        ON CONFLICT (post) DO UPDATE SET number = number + 1`,
      args: [post, reader],
    },
    { sql: 'INSERT OR IGNORE INTO thanked VALUES (?, ?)', args: [reader, day] },
    { sql: 'SELECT number FROM thanks WHERE post = ?', args: [post] },
  ]);
  return Number(counted?.rows[0]?.number ?? 0);
}

/** How many thanks there are, by the id of the post, most first. */
export async function countThanks(store: Store): Promise<ReadonlyMap<string, number>> {
  const rows = await store.read('SELECT post, number FROM thanks ORDER BY number DESC, post');
  return new Map(rows.map(({ post, number }) => [String(post), Number(number)]));
}
