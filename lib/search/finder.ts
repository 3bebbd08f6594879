import { type Expansion, findTerms, guessTerms } from './expansions';
import { LEVEL_WEIGHTS, LEVELS, type Manifest, MOST_SECTIONS, tagTerm } from './index-format';
import { parseQuery, type QueryWord } from './query-words';
import { type Result, toResult } from './result';
import { openPieces, type ReadPiece, type SearchPieces } from './search-pieces';

export interface Query {
  readonly text: string;
  /** Slug of a tag. */
  readonly tag?: string;
  readonly year?: string;
}

/** Where the words of a query stand best in a post. */
export interface Hit {
  readonly post: number;
  /** 0 for what stands before the first heading. */
  readonly section: number;
}

export interface Found {
  /** Best first; of equals the newest. */
  readonly hits: readonly Hit[];
  /** The terms of the index that were looked for; their value is the place of the word in the query. */
  readonly terms: ReadonlyMap<string, number>;
  /** Words that no post has, with what was looked for instead; nothing where nothing was near. */
  readonly replaced: readonly { readonly word: string; readonly by: readonly string[] }[];
  /** True where no post has all the words, and the hits have some. */
  readonly isPartial: boolean;
}

export interface Finder {
  readonly manifest: Manifest;
  find(query: Query): Promise<Found>;
  /** Loads what a reader sees of a hit. */
  readResult(hit: Hit, found: Found): Promise<Result>;
}

/** Opens the index that `read` gives the pieces of. */
export async function openFinder(read: ReadPiece): Promise<Finder> {
  const pieces = await openPieces(read);
  const postOfSection = pieces.manifest.sections.flatMap((count, post) => Array<number>(count).fill(post));
  const firstSections = toStarts(pieces.manifest.sections);
  const textStarts = toStarts(pieces.manifest.texts);
  return {
    manifest: pieces.manifest,
    find: (query) => find(query, pieces, { postOfSection, firstSections }),
    async readResult({ post, section }, { terms }) {
      const piece = textStarts.findLastIndex((start) => start <= post);
      const text = (await pieces.texts(piece))[post - (textStarts[piece] ?? 0)];
      if (!text) throw new RangeError(`The index has no post ${post}.`);
      return toResult(text, section, terms);
    },
  };
}

interface Layout {
  readonly postOfSection: readonly number[];
  readonly firstSections: readonly number[];
}

/** A word of the query with everything that is looked for in its stead. */
interface Lookup {
  readonly word: QueryWord;
  readonly expansions: readonly Expansion[];
  /** Score by section. */
  readonly scores: Float32Array;
  /** Too common to leave anything out for. */
  readonly isCommon: boolean;
  readonly isReplaced: boolean;
}

async function find(query: Query, pieces: SearchPieces, layout: Layout): Promise<Found> {
  const words = parseQuery(query.text);
  const [lookups, isAllowed] = await Promise.all([
    Promise.all(words.map((word) => lookUp(word, pieces, layout.postOfSection.length))),
    toFilter(query, pieces, layout),
  ]);
  const found = lookups.filter(({ expansions }) => expansions.length > 0);
  const needed = found.filter(({ isCommon }) => !isCommon);
  const marked = found.filter(
    ({ word, isCommon }) => !isCommon || word.term.length > 3 || needed.length === 0,
  );
  const { hits, isPartial } =
    words.length === 0
      ? { hits: listAll(isAllowed, pieces.manifest), isPartial: false }
      : rank(found, found.length === words.length ? needed : [], isAllowed, layout);
  return {
    hits,
    isPartial: isPartial && words.length > 1,
    terms: new Map(
      marked.flatMap(({ word, expansions }) => expansions.map(({ term }) => [term, words.indexOf(word)])),
    ),
    replaced: lookups
      .filter(({ isReplaced }) => isReplaced)
      .map(({ word, expansions }) => ({ word: word.term, by: expansions.map(({ term }) => term) })),
  };
}

async function lookUp(word: QueryWord, pieces: SearchPieces, sections: number): Promise<Lookup> {
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
  const isCommon = expansions.some(
    ({ factor, postings }) => factor > 0.8 && postings.length >= MOST_SECTIONS,
  );
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

/** Posts with all the words needed; where there are none, posts with some. */
function rank(
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

async function toFilter(
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

/** Without words the filters alone decide, and nothing is found without any filter. */
function listAll(isAllowed: (post: number) => boolean, { sections }: Manifest): Hit[] {
  return sections.flatMap((_, post) => (isAllowed(post) ? { post, section: 0 } : []));
}

function toStarts(counts: readonly number[]): number[] {
  let next = 0;
  return counts.map((count) => {
    next += count;
    return next - count;
  });
}
