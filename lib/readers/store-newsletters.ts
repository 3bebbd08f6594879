import type { Store } from './store';

/** Where a mail to one person stands. One that is `sending` where nothing sends any more was interrupted: it may have arrived. */
export const DELIVERY_STATES = ['waiting', 'sending', 'sent', 'refused'] as const;

export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** One mail that is to be sent now. */
export interface Delivery {
  readonly subscriber: string;
  readonly mail: string;
}

/** What is sending has sent, or failed, within this time, in milliseconds. */
const MAX_SENDING = 10 * 60 * 1000;

/**
 * Writes down who gets a post by mail. Where that was done before, the same people get it still: who subscribed since then does not, and
 * nobody twice, also not by subscribing anew.
 */
export async function beginNewsletter(
  store: Store,
  post: string,
  subscribers: readonly string[],
  now = Date.now(),
): Promise<void> {
  await store.write([
    { sql: 'INSERT OR IGNORE INTO newsletters VALUES (?, ?)', args: [post, now] },
    {
      sql: `INSERT OR IGNORE INTO deliveries (post, subscriber, state, at)
        SELECT ?1, id, 'waiting', 0 FROM subscribers WHERE id IN (SELECT value FROM json_each(?2))
        AND EXISTS (SELECT 1 FROM newsletters WHERE post = ?1 AND begun = ?3)`,
      args: [post, JSON.stringify(subscribers), now],
    },
  ]);
}

/** When a post was begun to be sent, and how many mails stand where; undefined for one that was not. */
export async function findNewsletter(
  store: Store,
  post: string,
): Promise<{ readonly begun: number; readonly counts: Readonly<Record<DeliveryState, number>> } | undefined> {
  const [row] = await store.read({ sql: 'SELECT begun FROM newsletters WHERE post = ?', args: [post] });
  if (!row) return undefined;
  const rows = await store.read({
    sql: `SELECT deliveries.state AS state, count(*) AS number FROM deliveries JOIN subscribers ON id = subscriber
      WHERE post = ? AND (deliveries.state <> 'waiting' OR subscribers.state = 'confirmed') GROUP BY deliveries.state`,
    args: [post],
  });
  const counts = Object.fromEntries(rows.map(({ state, number }) => [String(state), Number(number)]));
  return { begun: Number(row.begun), counts: { waiting: 0, sending: 0, sent: 0, refused: 0, ...counts } };
}

/** The posts of which mails are left that wait or are on their way, the newest first. */
export async function listUnfinished(
  store: Store,
): Promise<({ readonly post: string } & Readonly<Record<'waiting' | 'sending' | 'sent', number>>)[]> {
  const rows = await store.read(
    `SELECT deliveries.post AS post, sum(deliveries.state = 'sent') AS sent, sum(deliveries.state = 'sending') AS sending,
        sum(deliveries.state = 'waiting' AND subscribers.state = 'confirmed') AS waiting
      FROM deliveries JOIN subscribers ON id = subscriber JOIN newsletters ON newsletters.post = deliveries.post
      GROUP BY deliveries.post, begun HAVING sending + waiting > 0 ORDER BY begun DESC`,
  );
  return rows.map(({ post, sent, sending, waiting }) => ({
    post: String(post),
    ...{ waiting: Number(waiting), sending: Number(sending), sent: Number(sent) },
  }));
}

/**
 * Takes a mail that waits, so that no other process takes it as well: before it is sent, since who is not known to have got a mail is not
 * sent it again. Of those that were put back `since` none. Undefined where none is left.
 */
export async function takeDelivery(
  store: Store,
  post: string,
  since: number,
  now = Date.now(),
): Promise<Delivery | undefined> {
  const [taken] = await store.write([
    {
      sql: `UPDATE deliveries SET state = 'sending', at = ?3 WHERE rowid = (
          SELECT deliveries.rowid FROM deliveries JOIN subscribers ON id = subscriber
          WHERE post = ?1 AND deliveries.state = 'waiting' AND at < ?2 AND subscribers.state = 'confirmed' LIMIT 1
        ) RETURNING subscriber, (SELECT mail FROM subscribers WHERE id = subscriber) AS mail`,
      args: [post, since, now],
    },
  ]);
  const row = taken?.rows[0];
  return row && { subscriber: String(row.subscriber), mail: String(row.mail) };
}

export async function settleDelivery(
  store: Store,
  {
    post,
    subscriber,
    state,
  }: { readonly post: string; readonly subscriber: string; readonly state: DeliveryState },
  now = Date.now(),
): Promise<void> {
  await store.write([
    {
      sql: 'UPDATE deliveries SET state = ?, at = ? WHERE post = ? AND subscriber = ?',
      args: [state, now, post, subscriber],
    },
  ]);
}

/** Lets those wait again whose mails were interrupted, although they may have arrived; gives how many. */
export async function retryInterrupted(store: Store, post: string, now = Date.now()): Promise<number> {
  const [{ rowsAffected = 0 } = {}] = await store.write([
    {
      sql: `UPDATE deliveries SET state = 'waiting', at = 0 WHERE post = ? AND state = 'sending' AND at < ?`,
      args: [post, now - MAX_SENDING],
    },
  ]);
  return rowsAffected;
}
