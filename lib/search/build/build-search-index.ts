import type { ContentIndex } from '../../content/content-index';
import type { Post } from '../../content/types';
import { yearOf } from '../../dates';
import { pickMessages } from '../../site/strings/messages';
import { SEARCH_MESSAGES } from '../../site/strings/page-messages';
import { type Manifest, pieceNames, type YearFilter } from '../index-format';
import { createChunkCutter } from './chunk-cutter';
import { type Chunk, deflateChunk } from './deflate-chunk';
import { getPostPart, getPostPartKey } from './post-part';
import { TermIndex } from './term-index';

/** The pieces of an index by name, deflated. */
export type SearchPieces = ReadonlyMap<string, Buffer>;

/** Characters of a piece of texts before it is deflated, about. */
const PIECE_LENGTH = 56_000;

/**
 * The search index of the listed posts: in production the published ones, in development all, marked. Put together from
 * what each post contributes. The same content gives the same bytes, whatever was there before.
 */
export async function buildSearchIndex(
  index: ContentIndex,
  keys = index.posts.map((post) => getPostPartKey(post, index)),
): Promise<SearchPieces> {
  const terms = new TermIndex();
  const texts = createTextPacker();
  const sectionCounts: number[] = [];
  let firstSection = 0;
  for (const [number, post] of index.posts.entries()) {
    const part = await getPostPart(keys[number] ?? '', post, index);
    terms.add(
      firstSection,
      part.terms,
      post.tags.map(({ slug }) => slug),
    );
    texts.add(post.slug, part.text);
    sectionCounts.push(part.terms.length);
    firstSection += part.terms.length;
  }
  const words = deflateChunk(terms.toWords().join('\n'));
  const termPieces = terms.toPieces().map(({ first, bytes }) => ({ first, chunk: deflateChunk(bytes) }));
  const textPieces = texts.end();
  const manifest: Manifest = {
    language: index.site.language,
    messages: pickMessages(index.strings.messages, SEARCH_MESSAGES),
    sections: sectionCounts,
    terms: termPieces.map(({ first }) => first),
    texts: textPieces.map(({ posts }) => posts),
    tags: [...index.tags.values()]
      .map(({ tag, posts }) => ({ slug: tag.slug, label: tag.label, count: posts.length }))
      .filter(({ count }) => count > 0),
    years: toYears(index.posts),
    names: {
      words: words.name,
      terms: termPieces.map(({ chunk }) => chunk.name),
      texts: textPieces.map(({ chunk }) => chunk.name),
    },
  };
  return new Map([
    [pieceNames.manifest, deflateChunk(JSON.stringify(manifest)).bytes],
    [pieceNames.words(words.name), words.bytes],
    ...termPieces.map(({ chunk }) => [pieceNames.terms(chunk.name), chunk.bytes] as const),
    ...textPieces.map(({ chunk }) => [pieceNames.texts(chunk.name), chunk.bytes] as const),
  ]);
}

function toYears(posts: readonly Post[]): YearFilter[] {
  const years: { year: string; first: number; count: number }[] = [];
  posts.forEach(({ date }, number) => {
    if (date === undefined) return;
    const last = years.at(-1);
    if (last?.year === yearOf(date)) last.count += 1;
    else years.push({ year: yearOf(date), first: number, count: 1 });
  });
  return years;
}

/** Puts the texts of neighbouring posts together, deflated as soon as a piece is full. */
function createTextPacker() {
  const pieces: { posts: number; chunk: Chunk }[] = [];
  const isStart = createChunkCutter(PIECE_LENGTH, 4);
  let current: string[] = [];
  const flush = () => {
    if (current.length === 0) return;
    pieces.push({ posts: current.length, chunk: deflateChunk(`[${current.join(',')}]`) });
    current = [];
  };
  return {
    add(slug: string, text: string) {
      if (isStart(slug, text.length)) flush();
      current.push(text);
    },
    end() {
      flush();
      return pieces;
    },
  };
}
