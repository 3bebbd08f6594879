import type { Follower } from './follower';
import { toMailAddress } from './mail-address';
import { eraseStatements, FORGET_FOLLOWERS, type Store } from './store';
import { endFollowingStatements, findFollower } from './store-followers';
import { endStatements, findSubscriber } from './store-subscribers';
import { type ExportedComment, toExported } from './store-transfer';
import type { Subscriber } from './subscriber';

/** Whose data are meant: whoever has the browser that it was written with, or the mail address that was given. */
export type Person = { readonly writer: string } | { readonly mail: string };

/** All that is kept of somebody. */
export interface OwnData {
  /** Whatever became of them, newest first. */
  readonly comments: readonly ExportedComment[];
  /** Of the mail address. */
  readonly subscription?: Subscriber;
  /** The same: whether answers come to it. */
  readonly answers?: Follower;
}

export async function findOwn(store: Store, person: Person): Promise<OwnData> {
  const mail = 'mail' in person ? (toMailAddress(person.mail) ?? '') : '';
  const [column, value] = 'mail' in person ? ['mail', mail] : ['writer', person.writer];
  if (value === '') return { comments: [] };
  const rows = await store.read({
    sql: `SELECT * FROM comments WHERE ${column} = ? ORDER BY created DESC, id`,
    args: [value],
  });
  const subscription = mail === '' ? undefined : await findSubscriber(store, mail);
  const answers = mail === '' ? undefined : await findFollower(store, mail);
  return {
    comments: rows.map(toExported),
    ...(subscription && { subscription }),
    ...(answers && { answers }),
  };
}

/** Whether nothing is kept. */
export function isNothing({ comments, subscription, answers }: OwnData): boolean {
  return comments.length === 0 && subscription === undefined && answers === undefined;
}

/** Erases it for good, with the keys that were made for the mail address; gives what it was. */
export async function eraseOwn(store: Store, person: Person): Promise<OwnData> {
  const own = await findOwn(store, person);
  const mail = 'mail' in person ? (toMailAddress(person.mail) ?? '') : '';
  await store.write([
    ...own.comments.flatMap(({ id }) => eraseStatements(id)),
    ...(own.subscription ? endStatements(own.subscription.id) : []),
    ...(own.answers ? endFollowingStatements(own.answers.id) : []),
    ...FORGET_FOLLOWERS,
    // A ban stays one of somebody unnamed.
    ...own.comments.map(({ id }) => ({ sql: `UPDATE bans SET name = '' WHERE comment = ?`, args: [id] })),
    { sql: `DELETE FROM keys WHERE kind = 'data' AND mail = ?`, args: [mail] },
    {
      sql: 'DELETE FROM attempts WHERE key IN (?, ?, ?)',
      args: [`data ${mail}`, `subscribe ${mail}`, `answers ${mail}`],
    },
  ]);
  return own;
}
