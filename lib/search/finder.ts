import { toFilter } from './filters';
import type { Manifest } from './index-format';
import { type Layout, toLayout, toStarts } from './layout';
import { lookUp } from './lookup';
import type { Found, Hit, Query } from './query';
import { parseQuery } from './query-words';
import { rank } from './rank';
import { type Result, toResult } from './result';
import { openPieces, type ReadPiece, type SearchPieces } from './search-pieces';

export interface Finder {
  readonly manifest: Manifest;
  find(query: Query): Promise<Found>;
  /** Loads what a reader sees of a hit. */
  readResult(hit: Hit, found: Found): Promise<Result>;
}

/** Opens the index that `read` gives the pieces of. */
export async function openFinder(read: ReadPiece): Promise<Finder> {
  const pieces = await openPieces(read);
  const layout = toLayout(pieces.manifest);
  const textStarts = toStarts(pieces.manifest.texts);
  return {
    manifest: pieces.manifest,
    find: (query) => find(query, pieces, layout),
    async readResult({ post, section }, { terms }) {
      const piece = textStarts.findLastIndex((start) => start <= post);
      const text = (await pieces.texts(piece))[post - (textStarts[piece] ?? 0)];
      if (!text) throw new RangeError(`The index has no post ${post}.`);
      return toResult(text, section, terms);
    },
  };
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
      ? { hits: listAll(query, isAllowed, pieces.manifest), isPartial: false }
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

/** Where nothing is looked for, the filters alone decide; characters that are no words are found nowhere. */
function listAll({ text }: Query, isAllowed: (post: number) => boolean, { sections }: Manifest): Hit[] {
  if (text.trim() !== '') return [];
  return sections.flatMap((_, post) => (isAllowed(post) ? { post, section: 0 } : []));
}
