import { linkSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'playwright/test';
import { placePublicFiles } from './place-public-files';

let folder: string;

test.beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'colophon-public-'));
});

test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

const MADE = [
  'build/server/app/feed.xml.body',
  'build/server/app/tags/c.md/feed.json.body',
  'build/server/app/markdown/hello.body',
  'build/server/route-cache/APP_ROUTE/0a1b2c/$/icon.svg.body',
  'build/output/functions/icon.svg.prerender-fallback.body',
];
const OWN = ['feed.xml', 'tags/c.md/feed.json', 'posts/hello.md', 'icon.svg'];

test('files of public are in the place of what a build made for their addresses, and of nothing else', () => {
  for (const name of [...MADE, 'build/server/app/posts/hello.html', 'build/server/app/atom.xml.body'])
    write(name, 'made');
  for (const name of [...OWN, 'other.txt', 'posts/hello.html', 'feed.xml.body'])
    write(`public/${name}`, `own ${name}`);
  expect(placePublicFiles(at('build'), at('public')).sort()).toEqual([...OWN].sort());
  expect(MADE.map(read)).toEqual([
    'own feed.xml',
    'own tags/c.md/feed.json',
    'own posts/hello.md',
    'own icon.svg',
    'own icon.svg',
  ]);
  expect(read('build/server/app/posts/hello.html')).toBe('made');
  expect(read('build/server/app/atom.xml.body')).toBe('made');
});

test('the build before, which shares its files, keeps what it had', () => {
  write('build/server/app/feed.xml.body', 'made');
  linkSync(at('build/server/app/feed.xml.body'), at('last.body'));
  write('public/feed.xml', 'own');
  placePublicFiles(at('build'), at('public'));
  expect(read('last.body')).toBe('made');
  expect(placePublicFiles(at('build'), at('none'))).toEqual([]);
});

function at(name: string): string {
  return path.join(folder, name);
}

function write(name: string, text: string): void {
  mkdirSync(path.dirname(at(name)), { recursive: true });
  writeFileSync(at(name), text);
}

function read(name: string): string {
  return readFileSync(at(name), 'utf8');
}
