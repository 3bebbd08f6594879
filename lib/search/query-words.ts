import { type Token, tokenize } from './tokens';

/** A word of a query: what must be found, and what to look for where nothing has it. */
export interface QueryWord {
  readonly term: string;
  /** The words inside of `--no-cache` or `useEffect`: all of them together stand in for it. */
  readonly inside: readonly string[];
}

/** Nobody reads what a longer query finds, and each word costs a request. */
const MAX_WORDS = 8;

/** The words of a query, longest names first in what overlaps: `std::vector` is one word. */
export function parseQuery(query: string): QueryWord[] {
  const tokens = tokenize(query.normalize('NFC'));
  const outer = tokens.filter((token) => !tokens.some((other) => isInside(token, other)));
  const words = outer.map((token) => ({
    term: token.term,
    inside: tokens
      .filter((other) => isInside(other, token) && !hasOtherCharacters(other.term))
      .map(({ term }) => term),
  }));
  return words
    .filter(({ term }, index) => words.findIndex((word) => word.term === term) === index)
    .slice(0, MAX_WORDS);
}

function isInside(inner: Token, outer: Token): boolean {
  return inner.from >= outer.from && inner.to <= outer.to && inner.to - inner.from < outer.to - outer.from;
}

function hasOtherCharacters(term: string): boolean {
  return /[^\p{L}\p{N}\p{M}]/u.test(term);
}
