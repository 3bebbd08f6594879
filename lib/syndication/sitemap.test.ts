import path from 'node:path';
import { expect, test } from 'playwright/test';
import { buildIndex } from '../content/build-index';
import { readContent } from '../content/read';
import { dayOf } from '../dates';
import { postPath } from '../urls';
import { buildSitemap, buildSitemapPart, countSitemapParts, listSitemapEntries } from './sitemap';

const index = buildIndex(readContent(path.resolve('e2e/content')), '2026-11-22', 'public');
const entries = listSitemapEntries(index, ({ slug }) => [`/media/0/${slug}.png`]);
const { url } = index.site;

test('a post is listed with the day it last changed and its images', () => {
  for (const post of index.posts.filter(({ canonical }) => canonical === undefined)) {
    const found = entries.find((entry) => entry.path === postPath(post.slug));
    expect(found?.changed).toBe(dayOf(post.updated ?? post.date ?? ''));
    expect(found?.images).toHaveLength(1);
  }
  expect(buildSitemap(url, entries)).toContain(`<image:loc>${url}/media/0/moved-house.png</image:loc>`);
});

test('posts whose original is elsewhere, and posts that no list shows, are left out', () => {
  const paths = entries.map((entry) => entry.path);
  expect(paths).not.toContain(postPath('said-elsewhere'));
  expect(paths.join()).not.toContain('secret');
});

test('too many pages for one file are split, and none is lost', () => {
  expect(countSitemapParts(50_000)).toBe(0);
  expect(countSitemapParts(50_001)).toBe(2);
  const most = 7;
  const parts = countSitemapParts(entries.length, most);
  const list = buildSitemap(url, entries, most);
  expect(list.match(/<loc>[^<]*\/sitemaps\/\d+\.xml<\/loc>/g)).toHaveLength(parts);
  const all = Array.from(
    { length: parts },
    (_, part) => buildSitemapPart(url, entries, part + 1, most) ?? '',
  );
  const locations = (xml: string) => xml.match(/<loc>[^<]*<\/loc>/g) ?? [];
  expect(all.flatMap(locations)).toEqual(locations(buildSitemap(url, entries)));
  expect(buildSitemapPart(url, entries, parts + 1, most)).toBeUndefined();
});
