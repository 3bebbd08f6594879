import { expect, test } from 'playwright/test';
import type { ContentIndex } from './content-index';
import { findRelated } from './related';
import { arrangeSeries } from './series';
import type { Post, Tag } from './types';

test('posts that share rare tags come before posts that share common ones', () => {
  const index = toIndex([
    ['here', '2024-06-01', ['web', 'parsers']],
    ['common', '2024-05-01', ['web']],
    ['rare', '2020-01-01', ['parsers']],
    ['both', '2019-01-01', ['web', 'parsers']],
    ['other', '2024-06-02', ['cooking']],
    ['common-too', '2024-06-03', ['web']],
  ]);
  expect(relatedTo(index, 'here', 9)).toEqual(['both', 'rare', 'common-too', 'common']);
  expect(relatedTo(index, 'here', 2)).toEqual(['both', 'rare']);
  expect(relatedTo(index, 'other', 3)).toEqual([]);
});

test('posts of the same series and posts without dates are no trouble', () => {
  const index = toIndex([
    ['one', '2024-01-01', ['web'], 'Series'],
    ['two', '2024-01-02', ['web'], 'Series'],
    ['draft', undefined, ['web']],
    ['old', '2001-01-01', ['web']],
  ]);
  expect(relatedTo(index, 'one', 3)).toEqual(['old', 'draft']);
});

type Row = readonly [slug: string, date: string | undefined, tags: readonly string[], series?: string];

function toIndex(rows: readonly Row[]): ContentIndex {
  const posts = rows.map(([slug, date, tags, series]) => {
    const list = tags.map((tag) => ({ slug: tag, label: tag, count: 1 }) satisfies Tag);
    return { slug, date, series, tags: list } as unknown as Post;
  });
  const names = [...new Set(rows.flatMap(([, , tags]) => tags))];
  const tags = new Map(
    names.map((name) => [
      name,
      { posts: posts.filter((post) => post.tags.some(({ slug }) => slug === name)) },
    ]),
  );
  const site = { timeZone: 'UTC' };
  return {
    site,
    posts,
    tags,
    series: arrangeSeries(posts),
    postsBySlug: new Map(posts.map((post) => [post.slug, post])),
  } as unknown as ContentIndex;
}

function relatedTo(index: ContentIndex, slug: string, most: number): string[] {
  const post = index.postsBySlug.get(slug);
  return post ? findRelated(index, post, most).map((other) => other.slug) : [];
}
