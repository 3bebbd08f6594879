import { pathToFileURL } from 'node:url';
import { createClient, type Row } from '@libsql/client';
import type { CommentState } from '../comment';
import type { Imported, ImportedComment } from './imported';

const STATES: Readonly<Record<number, CommentState>> = { 1: 'approved', 2: 'held', 4: 'deleted' };

/** The comments of the database of Isso. Its text is Markdown. Throws where the file is another database. */
export async function readIssoDatabase(file: string): Promise<Imported> {
  const client = createClient({ url: pathToFileURL(file).href });
  try {
    // A view of these names could compute for ever.
    const present = await client.execute(
      `SELECT name FROM sqlite_master WHERE type = 'table' AND name IN ('comments', 'threads')`,
    );
    if (present.rows.length !== 2) throw new Error('The file is a database, but not one of Isso.');
    const threads = await client.execute('SELECT id, uri, title FROM threads ORDER BY id');
    const comments = await client.execute(
      'SELECT tid, id, parent, created, modified, mode, text, author, email FROM comments ORDER BY id',
    );
    return {
      kind: 'Isso',
      threads: threads.rows.map(({ id, uri, title }) => ({
        ...{ key: String(id), addresses: [String(uri)] },
        ...(title !== null && { title: String(title) }),
      })),
      comments: comments.rows.map(toComment),
      remarks: [],
    };
  } finally {
    client.close();
  }
}

function toComment(row: Row): ImportedComment {
  const text = (value: unknown) => (value == null ? '' : String(value));
  return {
    ...{ id: text(row.id), thread: text(row.tid), name: text(row.author), mail: text(row.email) },
    ...(row.parent != null && { parent: text(row.parent) }),
    ...{ body: text(row.text), format: 'markdown', isByAuthor: false },
    state: STATES[Number(row.mode)] ?? 'held',
    created: Math.round(Number(row.created ?? Number.NaN) * 1000),
    ...(row.modified != null && { edited: Math.round(Number(row.modified) * 1000) }),
  };
}
