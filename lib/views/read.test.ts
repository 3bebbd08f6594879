import path from 'node:path';
import { expect, test } from 'playwright/test';
import { buildIndex } from '../content/build-index';
import { readContent } from '../content/read';
import type { Post } from '../content/types';
import { viewRead } from './read';

const index = buildIndex(readContent(path.resolve('e2e/readers')), '2026-11-26', 'public');

test('a post is counted where the settings say so, and readers can see it', () => {
  const hello = index.postsBySlug.get('hello') as Post;
  expect(viewRead(hello, index)).toEqual({ slug: 'hello', seconds: 15 });
  expect(viewRead({ ...hello, state: 'unlisted' }, index)).toBeDefined();
  for (const state of ['draft', 'scheduled'] as const)
    expect(viewRead({ ...hello, state }, index)).toBeUndefined();
  expect(viewRead(hello, { ...index, site: { ...index.site, readers: undefined } })).toBeUndefined();
});
