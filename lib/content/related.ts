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
  const { posts, numbers, days, subjects, weights } = getTables(index);
  const found: number[] = [];
  for (const { slug } of post.tags) {
    const subject = subjects.get(slug);
    for (const number of subject?.numbers ?? []) {
      if (weights[number] === 0) found.push(number);
      weights[number] = (weights[number] ?? 0) + (subject?.weight ?? 0);
    }
  }
  const series = new Set(getSeries(index, post)?.posts);
  const day = days[numbers.get(post) ?? -1] ?? Number.NaN;
  const best: Candidate[] = [];
  for (const number of found) {
    const other = posts[number] as Post;
    const weight = weights[number] ?? 0;
    weights[number] = 0;
    if (other.slug === post.slug || series.has(other)) continue;
    insert(best, most, { post: other, weight, distance: Math.abs((days[number] ?? Number.NaN) - day) });
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

/** Posts by their number: a map of posts would take most of the time of a large blog's pages. */
interface Tables {
  readonly posts: readonly Post[];
  readonly numbers: ReadonlyMap<Post, number>;
  /** Of each post, in days since 1970; not a number where it has no date. */
  readonly days: Float64Array;
  readonly subjects: ReadonlyMap<string, { readonly numbers: Int32Array; readonly weight: number }>;
  /** Room to count in: zero between two calls. */
  readonly weights: Float64Array;
}

function getTables(index: ContentIndex): Tables {
  return tables.getOrCreate(index, () => {
    const numbers = new Map<Post, number>();
    for (const post of index.postsBySlug.values()) numbers.set(post, numbers.size);
    for (const { posts } of index.tags.values())
      for (const post of posts) if (!numbers.has(post)) numbers.set(post, numbers.size);
    const posts = [...numbers.keys()];
    const toDay = ({ date }: Post) => (date === undefined ? Number.NaN : daysBetween('1970-01-01', date));
    const subjects = [...index.tags].map(([slug, { posts }]) => {
      const nearest = posts.slice(0, MAX_OF_A_TAG).map((post) => numbers.get(post) ?? 0);
      // Never zero: every weight says that a post was found.
      const weight = Math.max(Number.EPSILON, Math.log((1 + index.posts.length) / posts.length));
      return [slug, { numbers: Int32Array.from(nearest), weight }] as const;
    });
    return {
      ...{ posts, numbers, days: Float64Array.from(posts, toDay) },
      ...{ subjects: new Map(subjects), weights: new Float64Array(posts.length) },
    };
  });
}

const tables = createWeakProcessCache<ContentIndex, Tables>('tables of related posts');
