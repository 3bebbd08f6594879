import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'playwright/test';
import { isVersionKnown, readKeptAnswer } from './feed-version';

for (const [header, expected] of [
  ['W/"abc"', true],
  ['"abc"', true],
  ['"other", W/"abc"', true],
  ['"other","abc" ', true],
  ['*', true],
  ['', false],
  ['abc', false],
  ['"ab"', false],
  ['"abcd"', false],
  ['"x*"', false],
] as const) {
  test(`${header || 'nothing'} ${expected ? 'names' : 'does not name'} the version W/"abc"`, () => {
    expect(isVersionKnown(header, 'W/"abc"')).toBe(expected);
  });
}

test('only what programs ask for again and again is read from a build, and nothing beside it', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'colophon-'));
  const write = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  };
  for (const file of [
    'server/app/tags/c++/feed.xml',
    'server/app/secret.txt',
    'server/feed.xml',
    'feed.xml',
  ]) {
    write(`${file}.meta`, JSON.stringify({ headers: { etag: 'W/"1"' } }));
    write(`${file}.body`, file);
  }
  const dist = path.relative(process.cwd(), folder);
  const read = (pathname: string) => readKeptAnswer(dist, pathname)?.body.toString();
  expect(read('/tags/c%2B%2B/feed.xml')).toBe('server/app/tags/c++/feed.xml');
  for (const pathname of [
    '/secret.txt',
    '/feed.xml',
    '/../feed.xml',
    '/..%2ffeed.xml',
    '/..%2f..%2f/feed.xml',
    '/tags/%ff/feed.xml',
    '/%00/feed.xml',
    '/feed.xml.body',
    '',
  ]) {
    expect(read(pathname), pathname).toBeUndefined();
  }
  rmSync(folder, { recursive: true });
});
