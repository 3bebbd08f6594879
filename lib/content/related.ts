import { daysBetween } from '../dates';
import type { ContentIndex } from './content-index';
import { getSeries } from './series';
import type { Post } from './types';

/** Posts of one tag that are looked at, latest first: more would cost large blogs the square of their posts. */
const MOST_OF_A_TAG = 300;

/**
 * Posts on the same subjects, nearest first: each tag that two posts share counts the more, the fewer posts have it.
 * Of equals the one nearer in time comes first. Posts of the same series are left out: they have a list of their own.
 */
export function findRelated(index: ContentIndex, post: Post, most: number): readonly Post[] {
  const series = getSeries(index, post);
  const weights = new Map<Post, number>();
  for (const { slug } of post.tags) {
    const { posts = [] } = index.tags.get(slug) ?? {};
    const weight = Math.log((1 + index.posts.length) / posts.length);
    for (const other of posts.slice(0, MOST_OF_A_TAG)) {
      const isOfSeries = series?.posts.includes(other);
      if (other.slug !== post.slug && !isOfSeries) weights.set(other, (weights.get(other) ?? 0) + weight);
    }
  }
  const distance = ({ date }: Post) => {
    const isDated = date !== undefined && post.date !== undefined;
    return isDated ? Math.abs(daysBetween(date, post.date)) : Number.POSITIVE_INFINITY;
  };
  return [...weights]
    .sort(
      ([a, weightOfA], [b, weightOfB]) =>
        weightOfB - weightOfA || compare(distance(a), distance(b)) || (a.slug < b.slug ? -1 : 1),
    )
    .slice(0, most)
    .map(([other]) => other);
}

/** Infinite ones are equal, which a difference would not say. */
function compare(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
