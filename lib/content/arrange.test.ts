import { expect, test } from 'playwright/test';
import { findNeighbours, groupByYear } from './arrange';
import type { ContentIndex } from './content-index';
import { indexContent, writePost } from './write-content';

const FILES = {
  'posts/b.md': writePost(['date: 2024-03-15']),
  'posts/a.md': writePost(['date: 2024-03-15']),
  'posts/old.md': writePost(['date: 2022-01-01', 'series: Parsing']),
  'posts/new.md': writePost(['date: 2024-05-01', 'series: Parsing']),
  'posts/quiet.md': writePost(['unlisted: true', 'series: Parsing', 'tags: [Quiet]']),
  'posts/draft.md': writePost(['draft: true', 'series: Parsing']),
  'posts/undated.md': '---\ntitle: Undated\ndraft: true\n---\n\nWords.\n',
  'posts/later.md': writePost(['date: 2024-07-01']),
  'posts/much-later.md': writePost(['date: 2025-07-01']),
};

function slugs(posts: ContentIndex['posts'] | undefined): string[] {
  return (posts ?? []).map(({ slug }) => slug);
}

test('readers get published posts, newest first, those of one day by slug', () => {
  const index = indexContent(FILES);
  expect(index.problems).toEqual([]);
  expect(slugs(index.posts)).toEqual(['new', 'a', 'b', 'old']);
  expect([...index.postsBySlug.keys()].sort()).toEqual(['a', 'b', 'new', 'old', 'quiet']);
});

test('an author gets all, those without a date first', () => {
  expect(slugs(indexContent(FILES, 'author').posts)).toEqual([
    'undated',
    'much-later',
    'later',
    'new',
    'a',
    'b',
    'draft',
    'quiet',
    'old',
  ]);
});

test('an unlisted post has a page and is in no list', () => {
  const index = indexContent(FILES);
  expect(index.postsBySlug.get('quiet')?.state).toBe('unlisted');
  expect(slugs(index.series.get('parsing')?.posts)).toEqual(['old', 'new']);
  expect(index.tags.size).toBe(0);
});

test('an author of hidden posts only has no page, and each of their posts knows', () => {
  const files = {
    'authors.yml': 'ada: { name: Ada }\ngrace: { name: Grace }\n',
    'posts/seen.md': writePost(['authors: [ada]']),
    'posts/quiet.md': writePost(['unlisted: true', 'authors: [grace, ada]']),
  };
  const index = indexContent(files);
  const countsOf = (slug: string) => index.postsBySlug.get(slug)?.authors.map(({ id, count }) => [id, count]);
  expect([...index.authors.keys()]).toEqual(['ada']);
  expect(countsOf('quiet')).toEqual([
    ['grace', 0],
    ['ada', 1],
  ]);
  expect([...indexContent(files, 'author').authors.keys()].sort()).toEqual(['ada', 'grace']);
});

test('a series is what readers see two parts of or more', () => {
  const parts = (...posts: readonly (readonly string[])[]) =>
    [
      ...indexContent(
        Object.fromEntries(
          posts.map((lines, at) => [`posts/${at}.md`, writePost(['series: R & D', ...lines])]),
        ),
      ).series,
    ].map(([slug, { name, posts }]) => [slug, name, slugs(posts)]);
  expect(parts(['date: 2024-02-02'], ['date: 2024-01-01'])).toEqual([['r-and-d', 'R & D', ['1', '0']]]);
  expect(parts([], ['draft: true'], ['unlisted: true'], ['date: 2030-01-01'])).toEqual([]);
  expect(parts(['draft: true'], ['draft: true'])).toEqual([]);
});

test('scheduled posts wait in the order of their days', () => {
  expect(slugs(indexContent(FILES).scheduled)).toEqual(['later', 'much-later']);
});

test('the index does not depend on the order in which files are read, nor on the clock', () => {
  const reversed = Object.fromEntries(Object.entries(FILES).reverse());
  expect(slugs(indexContent(reversed).posts)).toEqual(slugs(indexContent(FILES).posts));
  expect(slugs(indexContent(FILES, 'public', '2024-07-01').posts)).toEqual(['later', 'new', 'a', 'b', 'old']);
});

test('neighbours in time, and none where there is none', () => {
  const { posts, postsBySlug } = indexContent(FILES);
  const neighboursOf = (slug: string) => {
    const post = postsBySlug.get(slug);
    if (!post) throw new Error(`There is no post ${slug}.`);
    const { earlier, later } = findNeighbours(posts, post);
    return [earlier?.slug, later?.slug];
  };
  expect(neighboursOf('new')).toEqual(['a', undefined]);
  expect(neighboursOf('a')).toEqual(['b', 'new']);
  expect(neighboursOf('old')).toEqual([undefined, 'b']);
  expect(neighboursOf('quiet')).toEqual([undefined, undefined]);
});

test('posts by year, newest first', () => {
  const years = groupByYear(indexContent(FILES, 'author').posts);
  expect(years.map(({ year, posts }) => [year, posts.length])).toEqual([
    ['', 1],
    ['2025', 1],
    ['2024', 6],
    ['2022', 1],
  ]);
});

test('tags are in the order of their labels, numbers by value', () => {
  const index = indexContent({ 'posts/a.md': writePost(['tags: [Node 18, node 9, Äpfel, apt, Zsh]']) });
  expect([...index.tags.values()].map(({ tag }) => tag.label)).toEqual([
    'Äpfel',
    'apt',
    'node 9',
    'Node 18',
    'Zsh',
  ]);
});
