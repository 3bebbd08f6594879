import { getEditDistance } from '../content/edit-distance';
import type { SearchPieces } from './search-pieces';
import { listInflections, toStem } from './stem';

/** A term of the index that stands for a word of a query. */
export interface Expansion {
  readonly term: string;
  /** 1 for the word itself, less for what only resembles it. */
  readonly factor: number;
  readonly postings: Uint32Array;
}

/** Pieces read for the beginnings of one word; the first hold the shortest. */
const MAX_PIECES = 2;
const MAX_TERMS = 200;
const SAME_STEM = 0.85;
const BEGINNING = 0.6;
const MISSPELT = 0.5;
/** A misspelt word may have meant any of so many. */
const MAX_GUESSES = 3;

/** A term, others of the same stem, and those that begin with it. Shorter than three letters: only itself, if it exists. */
export async function findTerms(term: string, pieces: SearchPieces): Promise<Expansion[]> {
  const { terms } = pieces.manifest;
  const isShort = term.length < 3 && /^[\p{ASCII}]+$/u.test(term);
  const stem = toStem(term);
  const first = findPiece(terms, term);
  const last = isShort ? first : Math.min(findPiece(terms, `${term}\uffff`), first + MAX_PIECES - 1);
  const inflections = isShort ? [] : listInflections(stem);
  const needed = new Set([...inflections.map((word) => findPiece(terms, word)), ...range(first, last)]);
  const read = await Promise.all([...needed].map((number) => pieces.terms(number)));
  const found = read.flatMap((piece) => {
    const places = new Set([
      ...findBeginnings(piece.terms, term),
      ...inflections.flatMap((word) => findPlace(piece.terms, word)),
    ]);
    return [...places].flatMap((place) => {
      const candidate = piece.terms[place] ?? '';
      const factor = compare(term, candidate, stem);
      return factor > 0 ? { term: candidate, factor, postings: piece.postings(place) } : [];
    });
  });
  return narrow(found, isShort);
}

/** Terms that a misspelt word may have meant: one slip in a word of four letters, two from eight on. */
export async function guessTerms(term: string, pieces: SearchPieces): Promise<Expansion[]> {
  const most = term.length < 4 ? 0 : term.length < 8 ? 1 : 2;
  if (most === 0) return [];
  const words = await pieces.words();
  const near = words
    .map((word) => ({ word, distance: getEditDistance(term, word, most) + (word[0] === term[0] ? 0 : 0.5) }))
    .filter(({ distance }) => distance < most + 1);
  const least = Math.min(...near.map(({ distance }) => distance));
  const guesses = near.filter(({ distance }) => distance === least).slice(0, MAX_GUESSES);
  const found = await Promise.all(
    guesses.map(async ({ word }) => {
      const exact = (await findTerms(word, pieces)).filter(({ factor }) => factor >= SAME_STEM);
      return exact.map((expansion) => ({ ...expansion, factor: expansion.factor * MISSPELT }));
    }),
  );
  return found.flat();
}

function compare(term: string, candidate: string, stem: string): number {
  if (candidate === term) return 1;
  if (toStem(candidate) === stem) return SAME_STEM;
  if (!candidate.startsWith(term)) return 0;
  // Of a single character of a script without spaces every pair that it begins is as good.
  return term.length === 1 ? 0.99 : (BEGINNING * (term.length + 2)) / (candidate.length + 2);
}

function narrow(found: Expansion[], isShort: boolean): Expansion[] {
  const hasWord = found.some(({ factor }) => factor === 1);
  if (isShort && hasWord) return found.filter(({ factor }) => factor === 1);
  return found
    .sort((a, b) => b.factor - a.factor || b.postings.length - a.postings.length)
    .slice(0, MAX_TERMS)
    .map((expansion) =>
      hasWord && expansion.factor < SAME_STEM ? { ...expansion, factor: expansion.factor / 2 } : expansion,
    );
}

/** Number of the piece that would hold a term. */
function findPiece(firsts: readonly string[], term: string): number {
  const at = lowerBound(firsts, term);
  return Math.max(0, firsts[at] === term ? at : at - 1);
}

/** The first place whose term is not before the one given. */
function lowerBound(terms: readonly string[], term: string): number {
  let low = 0;
  let high = terms.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((terms[middle] ?? '') < term) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Places of the terms that begin with the one given. */
function findBeginnings(terms: readonly string[], term: string): number[] {
  const places: number[] = [];
  for (let at = lowerBound(terms, term); terms[at]?.startsWith(term); at++) places.push(at);
  return places;
}

function findPlace(terms: readonly string[], term: string): [place: number] | [] {
  const place = lowerBound(terms, term);
  return terms[place] === term ? [place] : [];
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}
