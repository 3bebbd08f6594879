import type { InStatement, Row } from '@libsql/client';
import type { Follower, FollowerState } from './follower';
import type { Store } from './store';

/** An answer that somebody is to get by mail. */
export interface AnswerMail {
  /** Ids. */
  readonly comment: string;
  readonly follower: string;
  readonly mail: string;
}

/** One whose comment was approved, and who is to confirm the address. */
export interface AskedFollower {
  readonly id: string;
  readonly mail: string;
  /** Id of the post that the comment is on. */
  readonly post: string;
}

/** How many mails are sent for one decision; the rest goes out with the next one. */
const MAX_MAILS = 200;

const APPROVED_AT = `max(answer.created, coalesce((SELECT max(at) FROM decisions WHERE comment = answer.id), 0))`;

const HAS_APPROVED = `EXISTS (SELECT 1 FROM comments WHERE mail = followers.mail AND state = 'approved')`;

/**
 * Who confirmed before an answer was approved, wrote in the same thread before it, and not it themselves: of those only, and of each
 * answer once.
 */
const DUE = `SELECT answer.id AS comment, followers.id AS follower, followers.mail AS mail FROM followers
  JOIN comments AS own ON own.mail = followers.mail AND own.state = 'approved'
  JOIN comments AS answer ON answer.parent = coalesce(own.parent, own.id)
  WHERE followers.state = 'confirmed' AND +answer.state = 'approved' AND answer.created > own.created
    AND answer.mail IS NOT followers.mail
    AND answer.writer NOT IN (SELECT writer FROM comments WHERE mail = followers.mail)
    AND ${APPROVED_AT} >= followers.asked
    AND NOT EXISTS (SELECT 1 FROM stopped_threads WHERE follower = followers.id AND thread = answer.parent)
    AND NOT EXISTS (SELECT 1 FROM answer_mails WHERE follower = followers.id AND comment = answer.id)
    AND (?1 IS NULL OR answer.id = ?1)
  GROUP BY answer.id, followers.id ORDER BY answer.created, answer.id LIMIT ${MAX_MAILS}`;

/** Keeps that whoever wrote with a mail address wants answers; asked they are once a comment of theirs is approved. */
export async function addFollower(
  store: Store,
  { id, mail }: Pick<Follower, 'id' | 'mail'>,
  now = Date.now(),
): Promise<void> {
  await store.write([
    {
      sql: `INSERT INTO followers (id, mail, state, asked) VALUES (?, ?, 'waiting', ?) ON CONFLICT (mail) DO NOTHING`,
      args: [id, mail, now],
    },
  ]);
}

/** Whether a mail is to be sent now, about one comment or any. */
export async function isMailDue(store: Store, comment?: string): Promise<boolean> {
  const [asked] = await store.read(
    `SELECT 1 FROM followers WHERE state = 'waiting' AND ${HAS_APPROVED} LIMIT 1`,
  );
  return asked !== undefined || (await store.read({ sql: DUE, args: [comment ?? null] })).length > 0;
}

/** Takes those who are to be mailed a link now, so that no other process does so as well. */
export async function takeAskedFollowers(store: Store, now = Date.now()): Promise<AskedFollower[]> {
  const [taken] = await store.write([
    {
      sql: `UPDATE followers SET state = 'asked', asked = ? WHERE state = 'waiting'
        AND ${HAS_APPROVED}
        RETURNING id, mail, (SELECT post FROM comments WHERE mail = followers.mail AND state = 'approved' ORDER BY created DESC LIMIT 1) AS post`,
      args: [now],
    },
  ]);
  return (taken?.rows ?? []).map(({ id, mail, post }) => ({
    ...{ id: String(id), mail: String(mail), post: String(post) },
  }));
}

/** From now on answers go to a follower. False where there is none, as after the link has expired. */
export async function confirmFollower(store: Store, id: string, now = Date.now()): Promise<boolean> {
  const [{ rowsAffected = 0 } = {}] = await store.write([
    {
      sql: `UPDATE followers SET confirmed = CASE state WHEN 'confirmed' THEN confirmed ELSE ? END, state = 'confirmed' WHERE id = ?`,
      args: [now, id],
    },
  ]);
  return rowsAffected > 0;
}

/** No more mails about a thread go to a follower. */
export async function stopThread(store: Store, follower: string, thread: string): Promise<void> {
  await store.write([
    {
      sql: `INSERT OR IGNORE INTO stopped_threads SELECT ?1, ?2 WHERE EXISTS (SELECT 1 FROM followers WHERE id = ?1)
        AND EXISTS (SELECT 1 FROM comments WHERE id = ?2 AND parent IS NULL)`,
      args: [follower, thread],
    },
  ]);
}

/** Forgets a follower. */
export async function endFollowing(store: Store, id: string): Promise<void> {
  await store.write(endFollowingStatements(id));
}

/** What makes a follower go for good, for the other modules of the store. */
export function endFollowingStatements(id: string): InStatement[] {
  return [
    { sql: 'DELETE FROM stopped_threads WHERE follower = ?', args: [id] },
    { sql: 'DELETE FROM answer_mails WHERE follower = ?', args: [id] },
    { sql: 'DELETE FROM followers WHERE id = ?', args: [id] },
  ];
}

/**
 * The answers that are to be mailed, of one comment or of all: each is taken before it is sent, so that nobody gets one twice,
 * whatever stops meanwhile.
 */
export async function takeAnswerMails(
  store: Store,
  comment?: string,
  now = Date.now(),
): Promise<AnswerMail[]> {
  const due = await store.read({ sql: DUE, args: [comment ?? null] });
  if (due.length === 0) return [];
  const results = await store.write(
    due.map((row) => ({
      sql: 'INSERT OR IGNORE INTO answer_mails VALUES (?, ?, ?)',
      args: [row.comment ?? null, row.follower ?? null, now],
    })),
  );
  return due
    .filter((_, index) => results[index]?.rowsAffected === 1)
    .map(({ comment: id, follower, mail }) => ({
      ...{ comment: String(id), follower: String(follower), mail: String(mail) },
    }));
}

/** A server did not take a mail, and will later. */
export async function returnAnswerMail(store: Store, { comment, follower }: AnswerMail): Promise<void> {
  await store.write([
    { sql: 'DELETE FROM answer_mails WHERE comment = ? AND follower = ?', args: [comment, follower] },
  ]);
}

/** The same for one who is to confirm the address. */
export async function returnAskedFollower(store: Store, id: string): Promise<void> {
  await store.write([
    { sql: `UPDATE followers SET state = 'waiting' WHERE id = ? AND state = 'asked'`, args: [id] },
  ]);
}

/** Adds followers whose mail addresses are not there yet. Of answers before this they got what they were to get. */
export async function importFollowers(
  store: Store,
  followers: readonly Follower[],
  now = Date.now(),
): Promise<void> {
  await store.write(
    followers.map(({ id, mail, state, confirmed }) => ({
      sql: 'INSERT OR IGNORE INTO followers VALUES (?, ?, ?, ?, ?)',
      args: [id, mail, state, now, confirmed ?? null],
    })),
  );
}

/** The follower with a mail address, in its one spelling. */
export async function findFollower(store: Store, mail: string): Promise<Follower | undefined> {
  const [row] = await store.read({ sql: 'SELECT * FROM followers WHERE mail = ?', args: [mail] });
  return row && toFollower(row);
}

/** All of them, in the order in which they asked. */
export async function listFollowers(store: Store): Promise<Follower[]> {
  return (await store.read('SELECT * FROM followers ORDER BY asked, id')).map(toFollower);
}

function toFollower({ id, mail, state, asked, confirmed }: Row): Follower {
  return {
    ...{ id: String(id), mail: String(mail), state: state as FollowerState, asked: Number(asked) },
    ...(confirmed !== null && { confirmed: Number(confirmed) }),
  };
}
