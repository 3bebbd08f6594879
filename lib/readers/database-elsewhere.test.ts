import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createClient } from '@libsql/client';
import { expect, test } from 'playwright/test';
import { keepEnvironment } from '../../scripts/keep-environment';
import { type LibsqlServer, startLibsqlServer } from '../../scripts/libsql-server';
import { readCommentsPage } from './comments-page';
import { openDatabase } from './database';
import { MIGRATIONS } from './migrations';
import { retryWhileBusy } from './retry-while-busy';
import { Store } from './store';

keepEnvironment();

const TOKEN = 'token-of-the-tests';

let folder: string;
let server: LibsqlServer;

test.beforeEach(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'colophon-elsewhere-'));
  server = await startLibsqlServer({ file: path.join(folder, 'elsewhere.db'), token: TOKEN });
  process.env.DATABASE_URL = server.url;
  process.env.DATABASE_TOKEN = TOKEN;
});

test.afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

test('one that is up to date is opened with two requests', async () => {
  (await openDatabase()).close();
  const before = server.countRequests();
  (await openDatabase()).close();
  expect(server.countRequests() - before).toBe(2);
});

test('a page of comments is read from it', async () => {
  const store = await Store.open();
  for (const id of ['first', 'second'])
    await store.addComment(
      {
        ...{ id, post: 'hello', name: 'Grace', body: 'x', html: '<p>x</p>', state: 'approved' },
        ...{ created: id.length, isByAuthor: false },
      },
      'w',
    );
  const { list, pages } = await readCommentsPage(
    store,
    { post: 'hello', comments: true, mentions: true },
    {},
  );
  expect([list.map(({ id }) => id), pages]).toEqual([['first', 'second'], 1]);
  store.close();
});

test('one of any earlier version is brought up to date, by two processes at once', async () => {
  for (let version = 1; version < MIGRATIONS.length; version += 1) {
    const file = path.join(folder, `v${version}.db`);
    const old = createClient({ url: `file:${file}` });
    await old.execute('CREATE TABLE migrations (number INTEGER PRIMARY KEY) STRICT');
    for (const [index, statements] of MIGRATIONS.slice(0, version).entries())
      await old.batch([{ sql: 'INSERT INTO migrations VALUES (?)', args: [index + 1] }, ...statements]);
    old.close();
    const elsewhere = await startLibsqlServer({ file });
    process.env.DATABASE_URL = elsewhere.url;
    const clients = await Promise.all([openDatabase(), openDatabase()]);
    const { rows } = await clients[0].execute('SELECT number FROM migrations ORDER BY number');
    expect(rows.map(({ number }) => number)).toEqual(MIGRATIONS.map((_, index) => index + 1));
    for (const client of clients) client.close();
    await elsewhere.close();
  }
});

test('one that is away, broken, silent, or does not know the token says so within the time, and is there again when it is', async () => {
  const store = await Store.open();
  await store.getSecret();
  const faults: unknown[] = [];
  const open = () =>
    openDatabase(100).then(
      ({ close }) => close(),
      (error: Error) => faults.push(error.message),
    );
  for (const manner of ['broken', 'silent'] as const) {
    server.behave(manner);
    await open();
  }
  server.behave('well');
  process.env.DATABASE_TOKEN = 'another';
  await open();
  process.env.DATABASE_TOKEN = TOKEN;
  const { port } = server;
  await server.close();
  await open();
  await expect(store.getSecret()).rejects.toThrow('fetch failed');
  expect(faults).toEqual([
    expect.stringContaining('HTTP status 500'),
    expect.stringContaining('due to timeout'),
    expect.stringContaining('HTTP status 401'),
    expect.stringContaining('fetch failed'),
  ]);
  server = await startLibsqlServer({ file: path.join(folder, 'elsewhere.db'), token: TOKEN, port });
  expect(await store.getSecret()).toMatch(/^[\w-]{43}$/);
  store.close();
});

test('one that writes for others is asked again, for a while', async () => {
  const store = await Store.open();
  server.behave('busy');
  const kept = store.keepDraft('a', 'text', Date.now() + 60_000);
  const before = server.countRequests();
  await expect.poll(() => server.countRequests()).toBeGreaterThan(before + 2);
  server.behave('well');
  await kept;
  expect(await store.findDraft('a')).toBe('text');
  store.close();
  const busy = Object.assign(new Error('locked'), { code: 'SQLITE_BUSY' });
  await expect(retryWhileBusy(() => Promise.reject(busy), 0)).rejects.toThrow('locked');
});
