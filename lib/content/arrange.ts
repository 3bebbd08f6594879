import { createWeakProcessCache } from '../cache/process-cache';
import { compareNewestFirst, yearOf } from '../dates';
import type { ContentIndex } from './content-index';
import { arrangeSeries } from './series';
import { type Audience, isListed, isVisible } from './state';
import type { Author, Post, Tag } from './types';

type Arranged = Pick<ContentIndex, 'posts' | 'postsBySlug' | 'tags' | 'authors' | 'series' | 'scheduled'>;

/** The lists of the site, from posts in order: newest first. */
export function arrangePosts(posts: readonly Post[], audience: Audience): Arranged {
  const listed = posts.filter(({ state }) => isListed(state, audience));
  const tags = new Map<string, { tag: Tag; posts: Post[] }>();
  const authors = new Map<string, { author: Author; posts: Post[] }>();
  for (const post of listed) {
    for (const tag of post.tags) append(tags, tag.slug, () => ({ tag, posts: [] })).posts.push(post);
    for (const author of post.authors)
      append(authors, author.id, () => ({ author, posts: [] })).posts.push(post);
  }
  const byLabel = [...tags].sort(([, a], [, b]) => compareLabels(a.tag.label, b.tag.label));
  return {
    posts: listed,
    postsBySlug: new Map(
      posts.filter(({ state }) => isVisible(state, audience)).map((post) => [post.slug, post]),
    ),
    tags: new Map(byLabel),
    authors,
    series: arrangeSeries(listed),
    scheduled: posts.filter(({ state }) => state === 'scheduled').reverse(),
  };
}

/** Newest first; drafts without a date before all others; posts of one moment by slug. */
export function comparePosts(a: Post, b: Post): number {
  if (a.date === undefined || b.date === undefined) {
    return Number(a.date !== undefined) - Number(b.date !== undefined) || compareText(a.slug, b.slug);
  }
  return compareNewestFirst(a.date, b.date) || compareText(a.slug, b.slug);
}

/** Posts by year, newest first; posts without a date have the year "". */
export function groupByYear<Dated extends Pick<Post, 'date'>>(
  posts: readonly Dated[],
): { year: string; posts: readonly Dated[] }[] {
  const years = new Map<string, Dated[]>();
  for (const post of posts)
    append(years, post.date === undefined ? '' : yearOf(post.date), () => []).push(post);
  return [...years].map(([year, list]) => ({ year, posts: list }));
}

/** The posts next to a listed one in time. */
export function findNeighbours(posts: readonly Post[], post: Post): { earlier?: Post; later?: Post } {
  const places = placesOf.getOrCreate(posts, () => new Map(posts.map(({ slug }, place) => [slug, place])));
  const place = places.get(post.slug);
  const [later, earlier] = place === undefined ? [] : [posts[place - 1], posts[place + 1]];
  return { ...(earlier && { earlier }), ...(later && { later }) };
}

/** Searched for in the list of posts, each of thousands of pages would read all of it. */
const placesOf = createWeakProcessCache<readonly Post[], ReadonlyMap<string, number>>('places of posts');

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

function compareLabels(a: string, b: string): number {
  return collator.compare(a, b) || compareText(a, b);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function append<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
}
