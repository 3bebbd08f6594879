import path from 'node:path';
import { expect, test } from 'playwright/test';
import { buildIndex } from '../content/build-index';
import { readContent } from '../content/read';
import { viewPostHeader } from './post-header';

const index = buildIndex(readContent(path.resolve('e2e/content')), '2026-11-26', 'public');

test('the head of a post names its authors; the blog’s own, where they wrote it alone, with bylines only', () => {
  const { site } = index;
  const own = index.posts.find(({ authors }) => authors.length === 1 && authors[0]?.id === site.author);
  const shared = index.posts.find(({ authors }) => authors.length > 1);
  if (!own || !shared) throw new Error('The fixtures have no such posts.');
  const listNames = (post: typeof own, bylines: boolean) =>
    viewPostHeader(post, { ...index, site: { ...site, bylines } }).authors.map(({ name }) => name);
  expect(listNames(own, false)).toEqual([]);
  expect(listNames(own, true)).toEqual(own.authors.map(({ name }) => name));
  expect(listNames(shared, false)).toEqual(shared.authors.map(({ name }) => name));
});
