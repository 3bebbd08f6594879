import type { InStatement, Row } from '@libsql/client';
import type { Comment } from './comment';
import { isRemote } from './database';
import { MIGRATIONS } from './migrations';
import { type Store, toComment } from './store';
import type { Subscriber } from './subscriber';

/** A comment with who wrote it, as it moves between databases. */
export type ExportedComment = Comment & { readonly writer: string; readonly mail?: string };

/** Every comment, oldest first. */
export async function exportComments(store: Store): Promise<ExportedComment[]> {
  const rows = await store.read('SELECT * FROM comments ORDER BY created, id');
  return rows.map(toExported);
}

export function toExported(row: Row): ExportedComment {
  const { writer, mail } = row;
  return { ...toComment(row), writer: String(writer), ...(mail !== null && { mail: String(mail) }) };
}

/**
 * Adds comments that are not there yet, all or none, in whatever order; gives how many those are. Throws where one answers a comment
 * that is neither among them nor in the database.
 */
export async function importComments(store: Store, comments: readonly ExportedComment[]): Promise<number> {
  const known = new Set([...comments, ...(await store.read('SELECT id FROM comments'))].map(({ id }) => id));
  const orphan = comments.find(({ parent }) => parent !== undefined && !known.has(parent));
  if (orphan)
    throw new Error(
      `The comment "${orphan.id}" answers "${orphan.parent}", which is neither in the file nor in the database. Add it to the file, or take "parent" out.`,
    );
  const results = await store.write(['PRAGMA defer_foreign_keys = ON', ...comments.map(toInsert)]);
  return results.reduce((sum, { rowsAffected }) => sum + rowsAffected, 0);
}

/** Adds subscribers whose mail addresses are not there yet; gives how many those are. */
export async function importSubscribers(store: Store, subscribers: readonly Subscriber[]): Promise<number> {
  const results = await store.write(
    subscribers.map(({ id, mail, section, tag, state, asked, confirmed, reason }) => ({
      sql: 'INSERT OR IGNORE INTO subscribers (id, mail, section, tag, state, asked, confirmed, reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      args: [id, mail, section, tag ?? null, state, asked, confirmed ?? null, reason ?? null],
    })),
  );
  return results.reduce((sum, { rowsAffected }) => sum + rowsAffected, 0);
}

/** What adds a comment unless it is there, for the other modules of the store. */
export function toInsert(comment: ExportedComment): InStatement {
  const { id, post, parent = null, name, body, html, state, reason = null, created, writer } = comment;
  const { edited = null, isByAuthor, mail = null, mention } = comment;
  return {
    sql: `INSERT OR IGNORE INTO comments (id, post, parent, name, body, html, state, reason, created, edited, by_author, writer, mail,
        kind, source, url, website) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    args: [
      ...[id, post, parent, name, body, html, state, reason, created],
      ...[edited, isByAuthor ? 1 : 0, writer, mail],
      ...[mention?.kind ?? null, mention?.source ?? null, mention?.url ?? null, mention?.website ?? null],
    ],
  };
}

/** Writes all of the database into a new file. Throws for a database elsewhere, which only its host can copy. */
export async function backupStore(store: Store, file: string): Promise<void> {
  if (isRemote())
    throw new Error(
      'The database of DATABASE_URL is not a file of this machine: its host keeps backups. "export" writes all comments, subscribers and reads.',
    );
  await store.read({ sql: 'VACUUM INTO ?', args: [file] });
}

/** What lasts longer than a day. */
const TABLES = [
  ...[`settings WHERE name = 'secret'`, 'comments', 'decisions', 'keys', 'thanks', 'reads'],
  'queued_mentions',
  'sent_mentions',
  ...['subscribers', 'newsletters', 'deliveries'],
  'bans',
  ...['followers', 'stopped_threads', 'answer_mails'],
];

/**
 * Puts what a backup holds in the place of what is in the database, all or nothing, also while the site runs. Gives how many comments
 * there are now. Throws for a file that is no backup, and for one of a newer engine.
 */
export async function restoreStore(store: Store, file: string): Promise<number> {
  const { createClient } = await import('@libsql/client');
  const client = createClient({ url: `file:${file}` });
  try {
    const known = await client.execute('SELECT max(number) AS number FROM migrations').catch(() => undefined);
    if (!known) throw new Error(`${file} is no backup of what readers wrote.`);
    if (Number(known.rows[0]?.number) > MIGRATIONS.length)
      throw new Error(`${file} was made by a newer engine: update this one first.`);
    const statements: InStatement[] = [];
    const present = await client.execute(`SELECT name FROM sqlite_master WHERE type = 'table'`);
    const names = new Set(present.rows.map(({ name }) => String(name)));
    // One of an older engine has not all of them.
    for (const table of TABLES.filter((one) => names.has(toName(one)))) {
      const { rows, columns } = await client.execute(`SELECT * FROM ${table}`);
      statements.push(`DELETE FROM ${table}`, ...rows.map((row) => toCopy(table, columns, row)));
    }
    await store.write(['PRAGMA defer_foreign_keys = ON', ...statements]);
    return (await store.read('SELECT id FROM comments')).length;
  } finally {
    client.close();
  }
}

function toCopy(table: string, columns: readonly string[], row: Row): InStatement {
  const places = columns.map(() => '?').join(', ');
  return {
    sql: `INSERT INTO ${toName(table)} (${columns.join(', ')}) VALUES (${places})`,
    args: columns.map((name) => row[name] ?? null),
  };
}

function toName(table: string): string {
  return table.split(' ')[0] ?? table;
}
