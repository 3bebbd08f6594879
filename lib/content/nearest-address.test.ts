import { expect, test } from 'playwright/test';
import { type Address, findNearestAddresses } from './nearest-address';

const ADDRESSES: readonly Address[] = [
  ['/posts/drafts-and-scheduling', 'Drafts and scheduling'],
  ['/posts/writing-a-post', 'How a post is written'],
  ['/posts/日本語で書く', '日本語で書く'],
  ['/tags/python', 'Python'],
  ['/posts/tags-authors-and-series', 'Tags, authors and series'],
];

function nearestTo(path: string): string[] {
  return findNearestAddresses(path, ADDRESSES, 3).map(([found]) => found);
}

test('a slip, an old address and a part of a name find the page that was meant', () => {
  expect(nearestTo('/posts/writting-a-post')[0]).toBe('/posts/writing-a-post');
  expect(nearestTo('/posts/Writing_a_Post/')[0]).toBe('/posts/writing-a-post');
  expect(nearestTo('/2026/10/05/writing-a-post.html')[0]).toBe('/posts/writing-a-post');
  expect(nearestTo('/blog/2026-10-19-drafts-and-scheduling/index.html')[0]).toBe(
    '/posts/drafts-and-scheduling',
  );
  expect(nearestTo('/posts/authors-and-series')[0]).toBe('/posts/tags-authors-and-series');
  expect(nearestTo('/how-a-post-is-written')[0]).toBe('/posts/writing-a-post');
  expect(nearestTo('/tag/pyton')[0]).toBe('/tags/python');
  expect(nearestTo('/日本語を書く')[0]).toBe('/posts/日本語で書く');
});

test('what is like nothing finds nothing', () => {
  for (const path of ['/', '', '/wp-admin', '/xyzzy', '//', '/posts/a-page', '/posts/no-such-post'])
    expect(nearestTo(path), path).toEqual([]);
});
