import { type Expansion, findTerms, guessTerms } from './expansions';
import { LEVEL_WEIGHTS, LEVELS, MAX_SECTIONS } from './index-format';
import type { QueryWord } from './query-words';
import type { SearchPieces } from './search-pieces';

/** A word of the query with everything that is looked for in its stead. */
export interface Lookup {
  readonly word: QueryWord;
  readonly expansions: readonly Expansion[];
  /** Score by section. */
  readonly scores: Float32Array;
  /** Too common to leave anything out for. */
  readonly isCommon: boolean;
  readonly isReplaced: boolean;
}

/** Looks for a word itself, else for the words inside of it, else for what it may have meant. */
export async function lookUp(word: QueryWord, pieces: SearchPieces, sections: number): Promise<Lookup> {
  const own = await findTerms(word.term, pieces);
  if (own.length > 0) return toLookup(word, own, toScores(own, sections), false);
  if (word.inside.length > 0) {
    const inside = await Promise.all(word.inside.map((term) => findTerms(term, pieces)));
    const scores = inside.map((expansions) => toScores(expansions, sections));
    const together = scores.reduce((all, next) => all.map((score, at) => Math.min(score, next[at] ?? 0)));
    if (together.some((score) => score > 0)) return toLookup(word, inside.flat(), together, true);
  }
  const guesses = await guessTerms(word.term, pieces);
  return toLookup(word, guesses, toScores(guesses, sections), true);
}

function toLookup(
  word: QueryWord,
  expansions: readonly Expansion[],
  scores: Float32Array,
  isReplaced: boolean,
): Lookup {
  const isCommon = expansions.some(({ factor, postings }) => factor > 0.8 && postings.length >= MAX_SECTIONS);
  return { word, expansions, scores, isCommon, isReplaced };
}

/** The best of all expansions for each section, weighed by how rare the word is. */
function toScores(expansions: readonly Expansion[], sections: number): Float32Array {
  const scores = new Float32Array(sections);
  let count = 0;
  for (const { postings, factor } of expansions) {
    for (const posting of postings) {
      const section = Math.floor(posting / LEVELS);
      const score = factor * (LEVEL_WEIGHTS[posting % LEVELS] ?? 0);
      if (scores[section] === 0) count += 1;
      if (score > (scores[section] ?? 0)) scores[section] = score;
    }
  }
  const rarity = Math.log(1 + sections / Math.max(1, count));
  return scores.map((score) => score * rarity);
}
