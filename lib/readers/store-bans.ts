import type { Row } from '@libsql/client';
import { toMailAddress } from './mail-address';
import { hashToken } from './signature';
import type { Store } from './store';

/** Somebody of whom no comments are taken: known by their browser, and by the mail address if they gave one. */
export interface Ban {
  /** Id of the comment for which it was. */
  readonly comment: string;
  /** Under which that was written; empty once its writer has erased it. */
  readonly name: string;
  readonly at: number;
}

/**
 * Bans the writer of a comment, or the site of a mention; what waits of them is spam. False for a comment of an author, and where there
 * is none, or its writer is banned already.
 */
export async function banWriter(store: Store, comment: string, now = Date.now()): Promise<boolean> {
  const [row] = await store.read({
    sql: `SELECT name, writer, mail FROM comments WHERE id = ? AND by_author = 0 AND writer <> ''`,
    args: [comment],
  });
  if (!row) return false;
  const [name, writer] = [String(row.name), String(row.writer)];
  const mail = row.mail === null ? null : String(row.mail);
  const waiting = `state = 'held' AND by_author = 0 AND (writer = :writer OR mail = :mail)`;
  const [added] = await store.write([
    {
      sql: `INSERT INTO bans (comment, name, writer, mail, at) SELECT ?1, ?2, ?3, ?4, ?5
        WHERE NOT EXISTS (SELECT 1 FROM bans WHERE writer = ?3) ON CONFLICT (comment) DO NOTHING`,
      args: [comment, name, writer, mail === null ? null : hashToken(mail), now],
    },
    {
      sql: `INSERT INTO decisions (comment, state_before, reason_before, at) SELECT id, state, reason, :now FROM comments WHERE ${waiting}`,
      args: { writer, mail, now },
    },
    { sql: `UPDATE comments SET state = 'spam' WHERE ${waiting}`, args: { writer, mail } },
  ]);
  return (added?.rowsAffected ?? 0) > 0;
}

/** Takes a ban back, and what it made of comments that waited. False where there is none. */
export async function liftBan(store: Store, comment: string): Promise<boolean> {
  const [ban] = await store.read({ sql: 'SELECT * FROM bans WHERE comment = ?', args: [comment] });
  if (!ban) return false;
  const rows = await store.read({
    // Those that it decided on have its time.
    sql: `SELECT id FROM comments WHERE state = 'spam' AND ?1 = (SELECT max(at) FROM decisions WHERE comment = comments.id)
      AND EXISTS (SELECT 1 FROM decisions WHERE comment = comments.id AND at = ?1 AND state_before = 'held')`,
    args: [ban.at ?? null],
  });
  for (const { id } of rows) await store.undo(String(id));
  await store.write([{ sql: 'DELETE FROM bans WHERE comment = ?', args: [comment] }]);
  return true;
}

/** Whether nothing is taken of a writer, as limits know them, or with a mail address. */
export async function isBanned(store: Store, writer: string, mail = ''): Promise<boolean> {
  const address = toMailAddress(mail);
  const rows = await store.read({
    sql: 'SELECT 1 FROM bans WHERE writer = ? OR mail = ? LIMIT 1',
    args: [writer, address === undefined ? null : hashToken(address)],
  });
  return rows.length > 0;
}

/** The newest first. */
export async function listBans(store: Store): Promise<Ban[]> {
  return (await store.read('SELECT * FROM bans ORDER BY at DESC, comment')).map(toBan);
}

function toBan({ comment, name, at }: Row): Ban {
  return { comment: String(comment), name: String(name), at: Number(at) };
}
