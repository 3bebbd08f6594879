import type { Layout } from './layout';
import type { Lookup } from './lookup';
import type { Hit } from './query';

/** Posts with all the words needed; where there are none, posts with some. */
export function rank(
  lookups: readonly Lookup[],
  needed: readonly Lookup[],
  isAllowed: (post: number) => boolean,
  layout: Layout,
): { hits: Hit[]; isPartial: boolean } {
  const scored = scorePosts(lookups, isAllowed, layout);
  const complete = scored.filter(({ words }) => needed.every((lookup) => words.has(lookup)));
  const isPartial = needed.length === 0 ? lookups.some(({ isCommon }) => !isCommon) : complete.length === 0;
  const chosen = isPartial ? scored : complete;
  return {
    isPartial,
    hits: chosen
      .sort((a, b) => (isPartial ? b.words.size - a.words.size : 0) || b.score - a.score || a.post - b.post)
      .map(({ post, section }) => ({ post, section })),
  };
}

interface Scored extends Hit {
  readonly score: number;
  readonly words: ReadonlySet<Lookup>;
}

function scorePosts(
  lookups: readonly Lookup[],
  isAllowed: (post: number) => boolean,
  { firstSections, postOfSection }: Layout,
): Scored[] {
  return firstSections.flatMap((first, post) => {
    if (!isAllowed(post)) return [];
    const end = firstSections[post + 1] ?? postOfSection.length;
    const words = new Set<Lookup>();
    let score = 0;
    for (const lookup of lookups) {
      const best = Math.max(...lookup.scores.subarray(first, end));
      if (best === 0) continue;
      words.add(lookup);
      score += best;
    }
    if (words.size === 0) return [];
    const { section, together } = findBestSection(lookups, first, end);
    return { post, section: section - first, score: score + together, words };
  });
}

/** The section that has most of the words at once. */
function findBestSection(lookups: readonly Lookup[], first: number, end: number) {
  let section = first;
  let together = 0;
  for (let at = first; at < end; at++) {
    const score = lookups.reduce((sum, { scores }) => sum + (scores[at] ?? 0), 0);
    if (score > together) {
      together = score;
      section = at;
    }
  }
  return { section, together };
}
