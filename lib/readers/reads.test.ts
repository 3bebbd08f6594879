import path from 'node:path';
import { expect, test } from 'playwright/test';
import { provideFreshStore } from '../../scripts/fresh-store';
import { emptyProcessCaches } from '../cache/process-cache';
import { LIMITS } from './limits';
import { parseExport } from './parse-export';
import { receiveRead } from './receive-read';
import { toReferrerHost } from './referrer-host';
import { toSearchText } from './search-text';
import { Store } from './store';
import { countReads, exportReads, importReads, listReads } from './store-read-numbers';
import { addRead } from './store-reads';
import { backupStore, exportComments, restoreStore } from './store-transfer';

const NOON = Date.UTC(2026, 10, 28, 12);
const DAY = 24 * 60 * 60 * 1000;
const TODAY = '2026-11-28';

const part = provideFreshStore();

test.beforeEach(() => emptyProcessCaches());

interface Sent {
  readonly headers?: Readonly<Record<string, string>>;
  /** Whose address it is, as a proxy writes it. */
  readonly from?: string;
  readonly at?: number;
}

function send(
  body: string | Record<string, string>,
  { headers = {}, from = '9.9.9.9', at = NOON }: Sent = {},
) {
  const request = new Request('https://ada.example/api/reads', {
    method: 'POST',
    headers: {
      Origin: 'https://ada.example',
      'Content-Type': 'application/x-www-form-urlencoded;charset=UTF-8',
      'X-Forwarded-For': from,
      ...headers,
    },
    body: typeof body === 'string' ? body : String(new URLSearchParams(body)),
  });
  const site = {
    ...{ url: 'https://ada.example', timeZone: 'Pacific/Auckland' },
    findPost: (slug: string) => (slug === 'hello' || slug === 'other' ? `id of ${slug}` : undefined),
    getPart: async () => part,
  };
  return receiveRead(request, site, at);
}

const list = async (kind: 'post' | 'host' | 'search') =>
  (await listReads(part.store, kind, TODAY)).map(({ name, all }) => `${name}: ${all}`);

test('counts a post once a day from an address, with the host that led there, on the day of the site', async () => {
  expect(await send({ post: 'hello', host: 'www.News.example:8080' })).toBe(204);
  expect(await send({ post: 'hello', host: 'news.example' })).toBe(204);
  expect(await send({ post: 'other', host: '' })).toBe(204);
  expect(await send({ post: 'hello', host: 'blog.example' }, { from: '8.8.8.8' })).toBe(204);
  expect(await list('post')).toEqual(['id of hello: 2', 'id of other: 1']);
  expect(await list('host')).toEqual(['blog.example: 1', 'news.example: 1']);
  // At noon in London it is the next day in Auckland.
  expect((await exportReads(part.store)).map(({ day }) => day)).toContain('2026-11-29');
  expect(await send({ post: 'hello' }, { at: NOON + DAY })).toBe(204);
  expect(await countReads(part.store)).toBe(4);
});

test('keeps nothing of a reader longer than the day, and never an address, a browser or what they read together', async () => {
  const headers = { 'User-Agent': 'A rare browser', Cookie: 'writer=a-cookie' };
  await send({ post: 'hello', host: 'news.example' }, { headers, from: '203.0.113.77' });
  await send({ post: 'other' }, { headers, from: '203.0.113.77' });
  const tables = await part.store.read(`SELECT name FROM sqlite_master WHERE type = 'table'`);
  const all = await Promise.all(tables.map(({ name }) => part.store.read(`SELECT * FROM "${name}"`)));
  const text = JSON.stringify(all);
  for (const personal of ['203.0.113', 'rare browser', 'a-cookie']) expect(text).not.toContain(personal);
  const readers = await part.store.read('SELECT reader FROM read_today');
  expect(new Set(readers.map(({ reader }) => reader)).size).toBe(2);
  await part.store.beginDay('2026-11-29');
  expect(await part.store.read('SELECT * FROM read_today')).toEqual([]);
  expect(await countReads(part.store)).toBe(2);
});

test('counts nobody who asks for that, and no robot', async () => {
  for (const headers of [
    { DNT: '1' },
    { 'Sec-GPC': '1' },
    { 'User-Agent': 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' },
  ] as Record<string, string>[]) {
    expect(await send({ post: 'hello' }, { headers })).toBe(204);
    expect(await send({ search: 'zig' }, { headers })).toBe(204);
  }
  expect(await exportReads(part.store)).toEqual([]);
  expect(await part.store.read('SELECT * FROM attempts')).toEqual([]);
  expect(await send({ post: 'hello' }, { headers: { DNT: '0', 'User-Agent': 'CUBOT X18' } })).toBe(204);
  expect(await countReads(part.store)).toBe(1);
});

test('refuses what no page of the site sends', async () => {
  const other = { headers: { Origin: 'https://evil.example' } };
  expect(await send({ post: 'hello' }, other)).toBe(403);
  expect(await send({ post: 'hello' }, { headers: { Origin: 'null' } })).toBe(403);
  expect(await send('{"post":"hello"}', { headers: { 'Content-Type': 'application/json' } })).toBe(415);
  expect(await send({ post: 'hello', more: 'x'.repeat(LIMITS.bytes) })).toBe(413);
  for (const post of ['', 'none', '../hello', `hello' OR 1=1 --`]) expect(await send({ post })).toBe(404);
  expect(await send('')).toBe(204);
  expect(await exportReads(part.store)).toEqual([]);
});

test('a flood fills no database, whoever it comes from', async () => {
  const answers: number[] = [];
  for (let number = 0; number < LIMITS.reads + 3; number += 1)
    answers.push(await send({ search: `nothing ${number} or` }, { from: '7.7.7.7' }));
  expect(answers.filter((status) => status === 429)).toHaveLength(3);
  expect(await send({ post: 'hello' }, { from: '7.7.7.7' })).toBe(429);
  for (let number = 0; number < LIMITS.hosts + 20; number += 1)
    await addRead(
      part.store,
      { post: 'p', host: `h${number}.example` },
      { address: `a${number}`, day: TODAY },
      NOON,
    );
  await addRead(part.store, { post: 'p', host: 'h1.example' }, { address: 'b', day: TODAY }, NOON);
  const hosts = await list('host');
  expect(hosts).toHaveLength(LIMITS.hosts + 1);
  expect(hosts.slice(0, 2)).toEqual([': 20', 'h1.example: 2']);
  expect(await list('post')).toEqual([`p: ${LIMITS.hosts + 21}`]);
  for (let number = 0; number < LIMITS.searches + 5; number += 1)
    await addRead(part.store, { search: `s${number}` }, { address: 'c', day: '2026-11-27' }, NOON);
  expect((await list('search')).filter((line) => line.startsWith('s'))).toHaveLength(LIMITS.searches);
});

test('several processes that count at once lose nothing, and count nobody twice', async () => {
  const addresses = Array.from({ length: 30 }, (_, number) => `a${number % 10}`);
  await Promise.all(
    addresses.map((address) => addRead(part.store, { post: 'p' }, { address, day: TODAY }, NOON)),
  );
  expect(await list('post')).toEqual(['p: 10']);
});

test('lists the last days, and makes one sum of a post of those that are long past', async () => {
  const add = (day: string, name: string, kind: 'post' | 'host' | 'search', number: number) => ({
    ...{ day, kind, name, number },
  });
  await importReads(part.store, [
    add(TODAY, 'a', 'post', 1),
    add('2026-11-22', 'a', 'post', 2),
    add('2026-11-21', 'a', 'post', 4),
    add('2026-10-30', 'a', 'post', 8),
    add('2026-10-29', 'a', 'post', 16),
    add('2025-01-01', 'a', 'post', 32),
    add('2025-01-02', 'a', 'post', 64),
    add('2025-01-02', 'old.example', 'host', 1),
    add('2025-01-02', 'old', 'search', 1),
    add('2026-11-01', 'b', 'post', 20),
  ]);
  const before = await listReads(part.store, 'post', TODAY);
  expect(before.map(({ name, week, month, all }) => ({ name, week, month, all }))).toEqual([
    { name: 'b', week: 0, month: 20, all: 20 },
    { name: 'a', week: 3, month: 15, all: 127 },
  ]);
  expect(before[1]?.days).toHaveLength(30);
  expect(before[1]?.days.at(-1)).toBe(1);
  for (const _ of [1, 2]) await part.store.beginDay(TODAY);
  expect(await listReads(part.store, 'post', TODAY)).toEqual(before);
  expect((await exportReads(part.store)).filter(({ day }) => day < '2026')).toEqual([
    add('', 'a', 'post', 96),
  ]);
  await importReads(part.store, [add('2025-02-01', 'a', 'post', 4)]);
  await part.store.beginDay(TODAY);
  expect(await list('post')).toEqual(['b: 20', 'a: 131']);
});

test('moves to another database, by an export or a backup, and adds nothing twice', async () => {
  await send({ post: 'hello', host: 'news.example' });
  await send({ search: '<script>alert(1)</script>' });
  const all = await exportReads(part.store);
  expect(all).toHaveLength(3);
  const { reads } = await parseExport(
    JSON.stringify({ comments: await exportComments(part.store), reads: all }),
  );
  const copy = path.join(part.folder, 'copy.db');
  await backupStore(part.store, copy);
  process.env.DATABASE_URL = `file:${path.join(part.folder, 'other.db')}`;
  const other = await Store.open();
  expect(await importReads(other, reads)).toBe(3);
  expect(await importReads(other, reads)).toBe(0);
  expect(await exportReads(other)).toEqual(all);
  await addRead(other, { post: 'p' }, { address: 'a', day: TODAY }, NOON);
  await restoreStore(other, copy);
  expect(await exportReads(other)).toEqual(all);
  other.close();
  for (const wrong of [
    { day: 'yesterday', kind: 'post', name: 'a', number: 1 },
    { day: TODAY, kind: 'reader', name: 'a', number: 1 },
    { day: TODAY, kind: 'post', name: 'a', number: -1 },
  ])
    await expect(parseExport(JSON.stringify({ comments: [], reads: [wrong] }))).rejects.toThrow('no export');
});

test('takes a host for what led to a post, and nothing else', () => {
  const read = (text: string) => toReferrerHost(text, ['ada.example:3000', 'www.ada.example']);
  expect(read('WWW.News.Example')).toBe('news.example');
  expect(read('xn--bcher-kva.example:8080')).toBe('xn--bcher-kva.example');
  expect(read('com.google.android.gm')).toBe('com.google.android.gm');
  for (const none of [
    ...['', 'localhost', '127.0.0.1', '192.168.1.7:3000', '[::1]', 'ada.example', 'www.ada.example:3000'],
    ...[
      'a.b/path?token=x',
      'user@a.example',
      '<b>.example',
      'a b.example',
      '.example',
      'a..b',
      '\u001b[2J.example',
    ],
    `${'a'.repeat(120)}.example`,
  ])
    expect(read(none), none).toBeUndefined();
});

test('keeps a search as one line, and none that may say who somebody is', () => {
  expect(toSearchText('  Zero\u0000 \u001b[31mcopy\n PARSING ')).toBe('zero [31mcopy parsing');
  expect(toSearchText('零拷贝')).toBe('零拷贝');
  expect(toSearchText('http 404')).toBe('http 404');
  for (const none of [
    ...['', ' ', 'x', 'ada@ada.example', '+49 170 123 45 67', 'https://a.example/?key=1'],
    ...['k'.repeat(41), 'many words '.repeat(20)],
  ])
    expect(toSearchText(none), none).toBeUndefined();
});
