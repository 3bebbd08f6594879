import type { InStatement, Row } from '@libsql/client';
import type { Store } from './store';
import type { Choice, Subscriber, SubscriberState } from './subscriber';

/**
 * Keeps that a mail address is to be confirmed; what was confirmed before stays as it is. Gives the id under which it is known, which is
 * `id` unless it was known before.
 */
export async function askForSubscription(
  store: Store,
  { id, mail, section, tag }: Choice & { readonly id: string; readonly mail: string },
  now = Date.now(),
): Promise<string> {
  const [kept] = await store.write([
    {
      sql: `INSERT INTO subscribers (id, mail, section, tag, state, asked) VALUES (?1, ?2, ?3, ?4, 'asked', ?5)
        ON CONFLICT (mail) DO UPDATE SET asked = ?5 RETURNING id`,
      args: [id, mail, section, tag ?? null, now],
    },
  ]);
  return String(kept?.rows[0]?.id);
}

/** From now on mails go to a subscriber, of what was chosen. False where nobody asked for it, or it was ended since. */
export async function confirmSubscription(
  store: Store,
  id: string,
  { section, tag }: Choice,
  now = Date.now(),
): Promise<boolean> {
  const [{ rowsAffected = 0 } = {}] = await store.write([
    {
      sql: `UPDATE subscribers SET section = ?, tag = ?, confirmed = CASE state WHEN 'confirmed' THEN confirmed ELSE ? END,
        state = 'confirmed', reason = NULL WHERE id = ?`,
      args: [section, tag ?? null, now, id],
    },
  ]);
  return rowsAffected > 0;
}

/** Forgets a subscriber. False where there is none. */
export async function endSubscription(store: Store, id: string): Promise<boolean> {
  const results = await store.write(endStatements(id));
  return (results.at(-1)?.rowsAffected ?? 0) > 0;
}

/** What makes a subscriber go for good, for the other modules of the store. */
export function endStatements(id: string): InStatement[] {
  return [
    { sql: 'DELETE FROM deliveries WHERE subscriber = ?', args: [id] },
    { sql: 'DELETE FROM subscribers WHERE id = ?', args: [id] },
  ];
}

/** Mails do not arrive: none go to this subscriber until they confirm anew. */
export async function markBounced(store: Store, id: string, reason: string): Promise<void> {
  await store.write([
    { sql: `UPDATE subscribers SET state = 'bounced', reason = ? WHERE id = ?`, args: [reason, id] },
  ]);
}

/** The subscription of a mail address, in its one spelling. */
export async function findSubscriber(store: Store, mail: string): Promise<Subscriber | undefined> {
  const [row] = await store.read({ sql: 'SELECT * FROM subscribers WHERE mail = ?', args: [mail] });
  return row && toSubscriber(row);
}

/** Subscribers in a state, or all, in the order in which they asked. */
export async function listSubscribers(store: Store, state?: SubscriberState): Promise<Subscriber[]> {
  const rows = await store.read({
    sql: 'SELECT * FROM subscribers WHERE ?1 IS NULL OR state = ?1 ORDER BY asked, id',
    args: [state ?? null],
  });
  return rows.map(toSubscriber);
}

/** How many subscribers there are in each state. */
export async function countSubscribers(store: Store): Promise<Readonly<Record<SubscriberState, number>>> {
  const rows = await store.read('SELECT state, count(*) AS number FROM subscribers GROUP BY state');
  const counts = Object.fromEntries(rows.map(({ state, number }) => [String(state), Number(number)]));
  return { asked: 0, confirmed: 0, bounced: 0, ...counts };
}

function toSubscriber({ id, mail, section, tag, state, asked, confirmed, reason }: Row): Subscriber {
  return {
    ...{ id: String(id), mail: String(mail), section: String(section) },
    ...(tag !== null && { tag: String(tag) }),
    ...{ state: state as SubscriberState, asked: Number(asked) },
    ...(confirmed !== null && { confirmed: Number(confirmed) }),
    ...(reason !== null && { reason: String(reason) }),
  };
}
