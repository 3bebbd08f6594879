import { toMailAddress } from './mail-address';
import { eraseStatements, type Store } from './store';
import { type ExportedComment, toExported } from './store-transfer';

/** Whose comments are meant: whoever has the browser that they were written with, or the mail address that was given. */
export type Person = { readonly writer: string } | { readonly mail: string };

/** All that is kept of what somebody wrote, whatever became of it, newest first. */
export async function listOwn(store: Store, person: Person): Promise<ExportedComment[]> {
  const [column, value] =
    'mail' in person ? ['mail', toMailAddress(person.mail) ?? ''] : ['writer', person.writer];
  if (value === '') return [];
  const rows = await store.read({
    sql: `SELECT * FROM comments WHERE ${column} = ? ORDER BY created DESC, id`,
    args: [value],
  });
  return rows.map(toExported);
}

/** Erases it for good, with the keys that were made for the mail address; gives how many comments it was. */
export async function eraseOwn(store: Store, person: Person): Promise<number> {
  const comments = await listOwn(store, person);
  const mail = 'mail' in person ? (toMailAddress(person.mail) ?? '') : '';
  await store.write([
    ...comments.flatMap(({ id }) => eraseStatements(id)),
    { sql: `DELETE FROM keys WHERE kind = 'data' AND mail = ?`, args: [mail] },
    { sql: 'DELETE FROM attempts WHERE key = ?', args: [`data ${mail}`] },
  ]);
  return comments.length;
}
