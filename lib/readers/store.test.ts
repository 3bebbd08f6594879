import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { createClient } from '@libsql/client';
import { expect, test } from 'playwright/test';
import { keepEnvironment } from '../../scripts/keep-environment';
import { startSqld } from '../../scripts/libsql/start-sqld';
import { startLibsqlServer } from '../../scripts/libsql-server';
import type { Comment } from './comment';
import { openDatabase } from './database';
import { LIMITS } from './limits';
import { MIGRATIONS } from './migrations';
import { Store } from './store';
import { addThanks, countThanks } from './store-thanks';
import { backupStore, exportComments, importComments, restoreStore } from './store-transfer';

keepEnvironment();

let folder: string;

test.beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'colophon-readers-'));
  process.env.DATABASE_URL = `file:${path.join(folder, 'readers.db')}`;
});

test.afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Where a database can be: what it takes to open one there, and to end it. */
const PLACES: Readonly<Record<string, () => Promise<() => Promise<void>>>> = {
  'in a file': async () => async () => undefined,
  elsewhere: () => useServer(() => startLibsqlServer({ file: path.join(folder, 'elsewhere.db') })),
  ...(process.env.SQLD && {
    'in sqld': () => useServer(() => startSqld(process.env.SQLD ?? '', path.join(folder, 'sqld'))),
  }),
};

async function useServer(start: () => Promise<{ url: string; close(): Promise<void> }>) {
  const server = await start();
  process.env.DATABASE_URL = server.url;
  return server.close;
}

function onEach(name: string, run: () => Promise<void>): void {
  for (const [place, open] of Object.entries(PLACES))
    test(`${name}, ${place}`, async () => {
      const close = await open();
      try {
        await run();
      } finally {
        await close();
      }
    });
}

function toComment(id: string, more: Partial<Comment> = {}): Comment {
  return {
    id,
    post: 'hello',
    name: 'Grace',
    body: 'x',
    html: '<p>x</p>',
    state: 'held',
    created: 1,
    isByAuthor: false,
    ...more,
  };
}

onEach('keeps comments as they are, by post and state', async () => {
  const store = await Store.open();
  const full = toComment('a', {
    state: 'approved',
    created: 2,
    isByAuthor: true,
    name: `'); DROP TABLE comments; --`,
  });
  await store.addComment(full, 'w');
  await store.addComment(toComment('b', { parent: 'a', state: 'approved', created: 3 }), 'w');
  await store.addComment(toComment('c', { post: 'other', state: 'approved' }), 'w');
  await store.addComment(toComment('d'), 'w');
  expect((await store.listInState('held', { limit: 10 })).map(({ id }) => id)).toEqual(['d']);
  expect(await store.countByState()).toEqual(
    new Map([
      ['approved', 3],
      ['held', 1],
    ]),
  );
  expect(await store.findComment(`' OR 1 = 1 --`)).toBeUndefined();
  store.close();
  const again = await Store.open();
  expect(await again.findComment('a')).toEqual(full);
  again.close();
});

onEach('takes decisions back one by one', async () => {
  const store = await Store.open();
  await store.addComment(toComment('a'), 'w');
  expect(await store.decide('a', 'refused', 'off topic')).toBe(true);
  expect(await store.decide('a', 'refused', 'again')).toBe(false);
  expect(await store.decide('a', 'approved')).toBe(true);
  expect(await store.undo('a')).toBe(true);
  expect(await store.findComment('a')).toMatchObject({ state: 'refused', reason: 'off topic' });
  expect(await store.undo('a')).toBe(true);
  expect((await store.findComment('a'))?.state).toBe('held');
  expect(await store.undo('a')).toBe(false);
  expect(await store.decide('none', 'approved')).toBe(false);
  store.close();
});

onEach('knows a writer of whom something was approved and nothing is spam', async () => {
  const store = await Store.open();
  await store.addComment(toComment('a'), 'w');
  expect(await store.isKnown('w')).toBe(false);
  await store.decide('a', 'approved');
  expect(await store.isKnown('w')).toBe(true);
  await store.addComment(toComment('b', { state: 'spam' }), 'w');
  expect(await store.isKnown('w')).toBe(false);
  expect((await store.listOfWriter('w', 'hello')).map(({ id }) => id)).toEqual([]);
  store.close();
});

onEach('takes a key once, and none of the past', async () => {
  const store = await Store.open();
  await store.addKey({ hash: 'h', kind: 'link', mail: 'ada@example.com', expires: Date.now() + 1000 });
  await store.addKey({ hash: 'old', kind: 'link', mail: 'ada@example.com', expires: Date.now() - 1 });
  expect(await store.takeKey('h', 'session')).toBeUndefined();
  expect(await store.takeKey('old', 'link')).toBeUndefined();
  const taken = await Promise.all([1, 2, 3].map(() => store.takeKey('h', 'link')));
  expect(taken.filter((mail) => mail !== undefined)).toEqual(['ada@example.com']);
  store.close();
});

onEach('has one secret, whoever asks first', async () => {
  const stores = await Promise.all([1, 2, 3].map(() => Store.open()));
  const secrets = await Promise.all(stores.map((store) => store.getSecret()));
  expect(new Set(secrets).size).toBe(1);
  expect(secrets[0]?.length).toBeGreaterThan(40);
  for (const store of stores) store.close();
});

onEach('loses nothing that several processes write at once', async () => {
  const run = promisify(execFile);
  const script = `
    import { Store } from ${JSON.stringify(path.resolve('lib/readers/store.ts'))};
    (async () => {
      const store = await Store.open();
      const add = (i) => store.addComment({ id: process.argv[1] + i, post: 'p', name: 'n', body: 'b', html: 'h', state: 'held', created: i, isByAuthor: false }, 'w');
      for (let i = 0; i < 60; i += 20) await Promise.all(Array.from({ length: 20 }, (_, j) => add(i + j)));
      store.close();
    })();`;
  await Promise.all(
    ['a', 'b'].map((name) =>
      run(process.execPath, ['--import', 'tsx', '-e', script, name], { env: process.env }),
    ),
  );
  const store = await Store.open();
  expect((await store.countByState()).get('held')).toBe(120);
  store.close();
});

test('what was acknowledged is there after whoever wrote it was killed, twice', async () => {
  const script = `
    import { Store } from ${JSON.stringify(path.resolve('lib/readers/store.ts'))};
    (async () => {
      const store = await Store.open();
      for (let i = 0; ; i++) {
        const id = process.pid + '-' + i;
        await store.addComment({ id, post: 'p', name: 'n', body: 'b', html: 'h', state: 'held', created: i, isByAuthor: false }, 'w');
        console.log(id);
      }
    })();`;
  const acknowledged: string[] = [];
  for (const kill of [30, 77]) {
    const child = spawn(process.execPath, ['--import', 'tsx', '-e', script], { env: process.env });
    let number = 0;
    for await (const id of createInterface(child.stdout)) {
      acknowledged.push(id);
      number += 1;
      if (number === kill) child.kill('SIGKILL');
    }
    expect(number).toBeGreaterThanOrEqual(kill);
  }
  const store = await Store.open();
  const kept = new Set((await exportComments(store)).map(({ id }) => id));
  expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
  expect(await store.read('PRAGMA integrity_check')).toMatchObject([{ integrity_check: 'ok' }]);
  store.close();
});

test('moves to another database', async () => {
  const store = await Store.open();
  await store.addComment(toComment('a', { state: 'approved' }), 'w');
  await store.addComment(toComment('b', { parent: 'a' }), 'w');
  const all = await exportComments(store);
  const copy = path.join(folder, 'copy.db');
  await backupStore(store, copy);
  store.close();
  process.env.DATABASE_URL = `file:${copy}`;
  const same = await Store.open();
  expect(await exportComments(same)).toEqual(all);
  expect(await importComments(same, all)).toBe(0);
  same.close();
  process.env.DATABASE_URL = `file:${path.join(folder, 'new', 'other.db')}`;
  const other = await Store.open();
  const [first, answer] = all;
  if (!first || !answer) throw new Error('two comments are missing');
  await expect(importComments(other, [answer])).rejects.toThrow('"b" answers "a", which is neither');
  // Answers come first where clocks of other systems went wrong.
  expect(await importComments(other, [answer, first])).toBe(2);
  expect(await exportComments(other)).toEqual(all);
  await other.addComment(toComment('later'), 'w');
  await other.decide('later', 'spam');
  expect(await restoreStore(other, copy)).toBe(2);
  expect(await exportComments(other)).toEqual(all);
  expect(await other.findDecisionTime('later')).toBeUndefined();
  const text = path.join(folder, 'text.db');
  writeFileSync(text, 'no database');
  await expect(restoreStore(other, text)).rejects.toThrow('is no backup');
  expect(await exportComments(other)).toEqual(all);
  other.close();
});

onEach('erases what was typed and who it was, for good', async () => {
  const store = await Store.open();
  await store.addComment(toComment('a', { state: 'approved', body: 'my secret', name: 'Grace Hopper' }), 'w');
  await store.addComment(toComment('b', { state: 'approved', parent: 'a', body: 'an answer' }), 'v');
  await store.addComment(toComment('c', { body: 'another secret' }), 'w');
  await store.decide('a', 'refused', 'why');
  await store.decide('a', 'approved');
  expect(await store.erase('a')).toBe(true);
  expect(await store.findComment('a')).toEqual({
    ...toComment('a', { state: 'deleted', name: '', body: '', html: '' }),
    edited: expect.any(Number),
  });
  // Its empty place is nothing to decide on.
  expect(await store.decide('a', 'approved')).toBe(false);
  expect(await store.erase('a')).toBe(false);
  expect(await store.listInState('deleted', { limit: 9 })).toEqual([]);
  expect((await store.countByState()).has('deleted')).toBe(false);
  expect(await store.undo('a')).toBe(false);
  expect(await store.findComment('b')).toMatchObject({ body: 'an answer' });
  expect(await store.eraseWriter('c')).toBe(1);
  expect(await store.findComment('c')).toBeUndefined();
  expect(await store.eraseWriter('a')).toBe(0);
  expect(await store.erase('none')).toBe(false);
  store.close();
});

onEach('a writer overturns no decision against them, however late their change comes', async () => {
  const store = await Store.open();
  const change = { body: 'new', html: '<p>new</p>', state: 'held' } as const;
  for (const state of ['refused', 'spam', 'deleted'] as const) {
    await store.addComment(toComment(state), 'w');
    await store.decide(state, state);
    expect(await store.changeText(state, change)).toBe(false);
    expect(await store.erase(state, { ifShown: true })).toBe(false);
    expect(await store.findComment(state)).toMatchObject({ state, body: 'x' });
  }
  await store.addComment(toComment('a', { state: 'approved' }), 'w');
  expect(await store.changeText('a', change)).toBe(true);
  store.close();
});

onEach('begins a day with a new salt, and forgets what has expired', async () => {
  const store = await Store.open();
  const salt = await store.beginDay('2026-01-01');
  expect(await store.beginDay('2026-01-01')).toBe(salt);
  await store.keepDraft('old', 'text', Date.now() - 1);
  await store.addComment(toComment('spam', { state: 'spam', created: 1 }), 'w');
  await store.addComment(toComment('recent', { state: 'held', created: 1 }), 'w');
  await store.decide('recent', 'deleted');
  await store.addComment(toComment('held', { created: 1 }), 'w');
  expect(await store.beginDay('2026-01-02')).not.toBe(salt);
  expect(await store.read(`SELECT name FROM settings WHERE name LIKE 'salt %'`)).toMatchObject([
    { name: 'salt 2026-01-02' },
  ]);
  expect(await store.read('SELECT id FROM drafts')).toEqual([]);
  expect((await exportComments(store)).map(({ id }) => id)).toEqual(['held', 'recent']);
  store.close();
});

onEach('counts thanks once a day from an address, and forgets whose they were', async () => {
  const store = await Store.open();
  const now = Date.UTC(2026, 0, 1, 12);
  const give = (address: string, post = 'hello', at = now) => addThanks(store, { post, address }, at);
  expect(await give('here')).toBe(1);
  expect(await give('here')).toBe(1);
  expect(await give('there')).toBe(2);
  expect(await Promise.all([give('new'), give('new'), give('new')])).toEqual([3, 3, 3]);
  expect(await give('here', 'other')).toBe(1);
  const kept = (await store.read('SELECT reader FROM thanked')).map(({ reader }) => String(reader));
  expect(new Set(kept).size).toBe(4);
  expect(await give('here', 'hello', now + 86_400_000)).toBe(4);
  expect(await store.read('SELECT day FROM thanked')).toMatchObject([{ day: '2026-01-02' }]);
  expect([...(await countThanks(store))]).toEqual([
    ['hello', 4],
    ['other', 1],
  ]);
  store.close();
});

onEach('a flood of attempts and drafts fills no disk', async () => {
  const store = await Store.open();
  const since = Date.now() - 1000;
  for (let number = 0; number < LIMITS.counted + 20; number += 1) await store.countAttempt('flood', since);
  expect(await store.countAttempt('flood', since)).toBe(LIMITS.counted);
  expect(await store.countAttempt('other', since)).toBe(1);
  expect(await store.countAttempt('flood', Date.now() + 1000)).toBe(0);
  expect(await store.read('SELECT count(*) AS number FROM attempts')).toMatchObject([
    { number: LIMITS.counted + 2 },
  ]);
  await store.keepDraft('old', 'text', Date.now() - 1);
  await store.keepDraft('new', 'text', Date.now() + 1000);
  expect(await store.read('SELECT id FROM drafts')).toMatchObject([{ id: 'new' }]);
  store.close();
});

test('brings a database of any earlier version up to date, and takes a backup of it', async () => {
  for (let version = 1; version < MIGRATIONS.length; version += 1) {
    const file = path.join(folder, `v${version}.db`);
    const url = `file:${file}`;
    const old = createClient({ url });
    await old.execute('CREATE TABLE migrations (number INTEGER PRIMARY KEY) STRICT');
    for (const [index, statements] of MIGRATIONS.slice(0, version).entries())
      await old.batch([{ sql: 'INSERT INTO migrations VALUES (?)', args: [index + 1] }, ...statements]);
    await old.execute(
      `INSERT INTO comments (id, post, name, body, html, state, created, by_author, writer) VALUES ('a', 'p', 'n', 'b', 'h', 'held', 1, 0, 'w')`,
    );
    old.close();
    process.env.DATABASE_URL = `file:${path.join(folder, 'readers.db')}`;
    const store = await Store.open();
    expect(await restoreStore(store, file)).toBe(1);
    expect(await store.findComment('a')).toMatchObject({ name: 'n', state: 'held' });
    store.close();
    process.env.DATABASE_URL = url;
    const client = await openDatabase();
    const { rows } = await client.execute('SELECT number FROM migrations ORDER BY number');
    expect(rows.map(({ number }) => number)).toEqual(MIGRATIONS.map((_, index) => index + 1));
    expect((await client.execute('SELECT id FROM comments')).rows).toMatchObject([{ id: 'a' }]);
    client.close();
  }
});

test('each connection to a file waits while it is locked', async () => {
  const client = await openDatabase();
  const asked = await Promise.all([1, 2, 3].map(() => client.execute('PRAGMA busy_timeout')));
  expect(asked.map(({ rows: [row] }) => row?.timeout)).toEqual([5000, 5000, 5000]);
  client.close();
});

test('a file on a host that keeps none is refused, and nothing is made', async () => {
  process.env.VERCEL = '1';
  await expect(openDatabase()).rejects.toThrow(
    'Vercel keeps no files: what readers write would be lost. Set DATABASE_URL and DATABASE_TOKEN',
  );
  expect(existsSync(path.join(folder, 'readers.db'))).toBe(false);
});
