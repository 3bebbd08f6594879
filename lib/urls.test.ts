import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'playwright/test';
import {
  absoluteUrl,
  archivePath,
  decodeParam,
  decodePercent,
  mediaPath,
  pagePath,
  postPath,
  RESERVED_PAGE_SLUGS,
  tagPath,
} from './urls';

test('a slug of any script goes into an address and comes back', () => {
  for (const slug of ['hello', 'c++', '日本語', 'hành-trình', '🎉', '100%', 'a b']) {
    expect(decodeParam(postPath(slug).slice('/posts/'.length))).toBe(slug.normalize('NFC'));
    expect(postPath(slug)).toMatch(/^\/posts\/[\w%.~-]+$/);
  }
});

test('a parameter is decoded once, and put into one Unicode form', () => {
  expect(decodeParam('a%2520b')).toBe('a%20b');
  expect(decodeParam('ha%CC%80nh')).toBe('hành');
  expect(decodeParam('100%')).toBe('100%');
  expect(decodePercent('ha%CC%80nh')).toBe('ha\u0300nh');
  expect(decodePercent('%E0%A4%A')).toBe('%E0%A4%A');
});

test('the first page of a list has no number', () => {
  expect([archivePath(), archivePath(2)]).toEqual(['/posts', '/posts/page/2']);
  expect([tagPath('cpp'), tagPath('cpp', 3)]).toEqual(['/tags/cpp', '/tags/cpp/page/3']);
});

test('absolute addresses have one slash between site and path', () => {
  expect(absoluteUrl('https://example.com', '/')).toBe('https://example.com');
  expect(absoluteUrl('https://example.com', pagePath('about'))).toBe('https://example.com/about');
  expect(mediaPath('abc', 'a b.png')).toBe('/media/abc/a%20b.png');
});

test('no page can take the address of a route', () => {
  const root = path.join(import.meta.dirname, '..');
  const routes = readdirSync(path.join(root, 'app'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && /^[a-z]/.test(entry.name))
    .filter(({ name }) =>
      listNames(path.join(root, 'app', name)).some((file) => /(page|route)(\.dev)?\.tsx?$/.test(file)),
    )
    .map(({ name }) => name);
  expect(routes.length).toBeGreaterThan(3);
  expect(routes.filter((name) => !RESERVED_PAGE_SLUGS.includes(name))).toEqual([]);
});

function listNames(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' });
}
