import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Client, Config } from '@libsql/client';
import { refuseForgottenFile } from './forgetful-host';
import { MIGRATIONS } from './migrations';

/** What a statement waits for another one, in milliseconds; without it one that finds the file locked fails at once. */
const BUSY_TIMEOUT = 5000;

/** What a database elsewhere may take to answer, in milliseconds; without it one that hangs keeps readers waiting for minutes. */
const MAX_ANSWER_TIME = 10_000;

const DEFAULT_FILE = '.data/readers.db';

/**
 * The database of what readers write, with its schema up to date: that of `DATABASE_URL` and `DATABASE_TOKEN`, or else a file in
 * `.data`, which is made. Throws where a file would be forgotten, and where there is no database.
 */
export async function openDatabase(answerTime = MAX_ANSWER_TIME): Promise<Client> {
  const url = toUrl();
  const isFile = !isRemote();
  if (isFile) refuseForgottenFile();
  if (isFile)
    mkdirSync(path.dirname(path.resolve(/* turbopackIgnore: true */ url.slice('file:'.length))), {
      recursive: true,
    });
  const { DATABASE_TOKEN: authToken } = process.env;
  const client = await connect({
    // Of each connection: the client opens one more for whatever is asked meanwhile.
    ...{ url, timeout: BUSY_TIMEOUT },
    fetch: (request: Request) => fetch(request, { signal: AbortSignal.timeout(answerTime) }),
    ...(authToken && { authToken }),
  });
  if (isFile) await client.execute('PRAGMA journal_mode = WAL');
  await migrate(client);
  return client;
}

/** Over HTTP without the native part, which functions of hosts that keep no files do not carry. */
async function connect(config: Config): Promise<Client> {
  const { createClient } = /^(libsql|https?):/i.test(config.url)
    ? await import('@libsql/client/http')
    : await import('@libsql/client');
  return createClient(config);
}

/** Whether the database is elsewhere than in a file of this machine. */
export function isRemote(): boolean {
  return !toUrl().startsWith('file:');
}

function toUrl(): string {
  return process.env.DATABASE_URL || `file:${DEFAULT_FILE}`;
}

/** Each step in a transaction of its own that checks again: several processes may start at once. */
async function migrate(client: Client): Promise<void> {
  await client.execute('CREATE TABLE IF NOT EXISTS migrations (number INTEGER PRIMARY KEY) STRICT');
  const done = await listMigrations(client);
  for (const [index, statements] of MIGRATIONS.entries()) {
    const number = index + 1;
    if (done.has(number)) continue;
    try {
      await client.batch(
        [{ sql: 'INSERT INTO migrations VALUES (?)', args: [number] }, ...statements],
        'write',
      );
    } catch (error) {
      if (!(await listMigrations(client)).has(number)) throw error;
    }
  }
}

async function listMigrations(client: Client): Promise<ReadonlySet<number>> {
  const { rows } = await client.execute('SELECT number FROM migrations');
  return new Set(rows.map(({ number }) => Number(number)));
}
