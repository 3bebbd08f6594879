import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'playwright/test';
import { IMMUTABLE, REVALIDATE } from '../site/response-headers';
import { ADDRESS_TABLE, type Answer } from './address-table';
import { EARLIER, keepEarlierFiles } from './earlier-files';

const HOUR = 3_600_000;

let root: string;

test.beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'earlier-'));
});

test.afterEach(() => rmSync(root, { recursive: true }));

/** A build in which each address has a file with its own name as content. */
function writeBuild(name: string, addresses: readonly string[], earlier: Record<string, Answer> = {}) {
  const folder = path.join(root, name);
  mkdirSync(folder, { recursive: true });
  const answers = Object.fromEntries(
    addresses.map((address): [string, Answer] => {
      const file = `${address.replaceAll('/', '_')}`;
      writeFileSync(path.join(folder, file), address);
      writeFileSync(path.join(folder, `${file}.br`), `br ${address}`);
      const isPage = address.startsWith('/posts/');
      const type = isPage ? 'text/html; charset=utf-8' : 'text/javascript; charset=utf-8';
      const facts = { bytes: 1, hash: file.replaceAll('.', '-'), compressed: ['br' as const] };
      return [address, { file, type, ...facts, headers: isPage || address === '/feed.xml' ? 0 : 1 }];
    }),
  );
  const headers = [{ 'Cache-Control': REVALIDATE }, { 'Cache-Control': IMMUTABLE }];
  writeFileSync(path.join(folder, ADDRESS_TABLE), JSON.stringify({ answers, earlier, headers }));
  return { folder, answers };
}

test('what an open page loads by hash stays for a day, compressed too', () => {
  const before = writeBuild('before', ['/posts/a', '/elements/1.js', '/media/1/a.png', '/feed.xml']);
  const first = writeBuild('first', ['/posts/a', '/elements/2.js']);
  const kept = keepEarlierFiles(first.answers, { from: before.folder, to: first.folder, now: HOUR });
  expect(Object.keys(kept)).toEqual(['/elements/1.js', '/media/1/a.png']);
  for (const [address, { file, goneSince }] of Object.entries(kept)) {
    expect(goneSince).toBe(HOUR);
    expect(readFileSync(path.join(first.folder, file), 'utf8')).toBe(address);
    expect(readFileSync(path.join(first.folder, `${file}.br`), 'utf8')).toBe(`br ${address}`);
  }

  const second = writeBuild('second', ['/posts/a', '/elements/3.js', '/media/1/a.png']);
  writeBuild('first', ['/posts/a', '/elements/2.js'], kept);
  const at = (now: number) =>
    keepEarlierFiles(second.answers, { from: first.folder, to: second.folder, now });
  expect(Object.entries(at(24 * HOUR)).map(([address, { goneSince }]) => [address, goneSince])).toEqual([
    ['/elements/1.js', HOUR],
    ['/elements/2.js', 24 * HOUR],
  ]);
  expect(Object.keys(at(25 * HOUR))).toEqual(['/elements/2.js']);
  expect(readdirSync(path.join(second.folder, EARLIER)).sort()).toEqual([
    '_elements_2-js.js',
    '_elements_2-js.js.br',
  ]);
});

test('where a page is withdrawn, nothing that its author wrote stays', () => {
  const before = writeBuild('before', [
    '/posts/a',
    '/posts/b',
    '/elements/1.js',
    '/media/1/a.png',
    '/search/t1',
  ]);
  const after = writeBuild('after', ['/posts/a']);
  const kept = keepEarlierFiles(after.answers, { from: before.folder, to: after.folder });
  expect(Object.keys(kept)).toEqual(['/elements/1.js']);
});

test('a build without a table, or with a file less than it says, is no obstacle', () => {
  const after = writeBuild('after', ['/posts/a']);
  const nothing = path.join(root, 'none');
  expect(keepEarlierFiles(after.answers, { from: nothing, to: after.folder })).toEqual({});
  const before = writeBuild('before', ['/elements/1.js']);
  rmSync(path.join(before.folder, '_elements_1.js'));
  expect(keepEarlierFiles(after.answers, { from: before.folder, to: after.folder })).toEqual({});
  expect(existsSync(path.join(after.folder, EARLIER, '_elements_1-js.js'))).toBe(false);
});
