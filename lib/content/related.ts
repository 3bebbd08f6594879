import { createWeakProcessCache } from '../cache/process-cache';
import { daysBetween } from '../dates';
import type { ContentIndex } from './content-index';
import { getSeries } from './series';
import type { Post } from './types';

/** Posts of one tag that are looked at, latest first: more would cost large blogs the square of their posts. */
const MAX_OF_A_TAG = 300;

/**
 * Posts on the same subjects, nearest first: each tag that two posts share counts the more, the fewer posts have it.
 * Of equals the one nearer in time comes first. Posts of the same series are left out: they have a list of their own.
 */
export function findRelated(index: ContentIndex, post: Post, most: number): readonly Post[] {
  const series = new Set(getSeries(index, post)?.posts);
  const weights = new Map<Post, number>();
  for (const { slug } of post.tags) {
    const { posts = [] } = index.tags.get(slug) ?? {};
    const weight = Math.log((1 + index.posts.length) / posts.length);
    for (const other of posts.slice(0, MAX_OF_A_TAG)) {
      if (other.slug !== post.slug && !series.has(other))
        weights.set(other, (weights.get(other) ?? 0) + weight);
    }
  }
  const days = getDays(index);
  const day = days.get(post) ?? Number.NaN;
  const best: Candidate[] = [];
  for (const [other, weight] of weights) {
    insert(best, most, { post: other, weight, distance: Math.abs((days.get(other) ?? Number.NaN) - day) });
  }
  return best.map((candidate) => candidate.post);
}

interface Candidate {
  readonly post: Post;
  readonly weight: number;
  /** Days; not a number where one of the two has no date. */
  readonly distance: number;
}

/** Keeps the `most` best in order: sorting all would cost a large blog more than everything else in its pages. */
function insert(best: Candidate[], most: number, candidate: Candidate): void {
  let place = best.length;
  while (place > 0 && compare(candidate, best[place - 1] as Candidate) < 0) place -= 1;
  if (place === most) return;
  best.splice(place, 0, candidate);
  if (best.length > most) best.pop();
}

function compare(a: Candidate, b: Candidate): number {
  return (
    b.weight - a.weight || compareDistance(a.distance, b.distance) || (a.post.slug < b.post.slug ? -1 : 1)
  );
}

/** Those without a date come last. */
function compareDistance(a: number, b: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
  return a - b;
}

/** The day of each dated post, in days since 1970. */
function getDays(index: ContentIndex): ReadonlyMap<Post, number> {
  return daysOfPosts.getOrCreate(index, () => {
    const dated = [...index.postsBySlug.values()].flatMap((post) =>
      post.date === undefined ? [] : [[post, daysBetween('1970-01-01', post.date)] as const],
    );
    return new Map(dated);
  });
}

const daysOfPosts = createWeakProcessCache<ContentIndex, ReadonlyMap<Post, number>>('days of posts');
