import { findTerms } from './expansions';
import { LEVELS, tagTerm } from './index-format';
import type { Layout } from './layout';
import type { Query } from './query';
import type { SearchPieces } from './search-pieces';

/** Decides by its number whether a post has the tag and the year of a query. */
export async function toFilter(
  { tag, year }: Query,
  pieces: SearchPieces,
  { postOfSection }: Layout,
): Promise<(post: number) => boolean> {
  const years = pieces.manifest.years.find((filter) => filter.year === year);
  const isInYear = (post: number) =>
    year === undefined || (years !== undefined && post >= years.first && post < years.first + years.count);
  if (tag === undefined) return isInYear;
  const expansions = await findTerms(tagTerm(tag), pieces);
  const exact = expansions.find(({ term }) => term === tagTerm(tag));
  const tagged = new Set(
    Array.from(exact?.postings ?? [], (posting) => postOfSection[Math.floor(posting / LEVELS)]),
  );
  return (post) => tagged.has(post) && isInYear(post);
}
