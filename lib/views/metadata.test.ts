import path from 'node:path';
import { expect, test } from 'playwright/test';
import { buildIndex } from '../content/build-index';
import { readContent } from '../content/read';
import { toMetadata } from './metadata';

test('a page names the address it is at, also at the root and below a path', () => {
  const index = buildIndex(readContent(path.resolve('e2e/content')), '2026-11-22', 'public');
  for (const [url, canonical, expected] of [
    ['https://a.example', '/', 'https://a.example'],
    ['https://a.example/blog', '/', 'https://a.example/blog'],
    ['https://a.example/blog', '/posts/x', 'https://a.example/blog/posts/x'],
    ['https://a.example/blog', 'https://elsewhere.example/x', 'https://elsewhere.example/x'],
  ] as const) {
    const site = { ...index.site, url };
    const { alternates, openGraph } = toMetadata({ ...index, site }, { description: '', canonical });
    expect([alternates?.canonical, openGraph?.url]).toEqual([expected, expected]);
  }
});
