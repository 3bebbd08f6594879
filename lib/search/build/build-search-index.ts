import { createHash } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import type { ContentIndex } from '../../content/content-index';
import type { Post } from '../../content/types';
import { dayOf, yearOf } from '../../dates';
import { postPath } from '../../urls';
import { type Manifest, pieceNames, type TextPost, type TextSection, type YearFilter } from '../index-format';
import { toSectionTerms } from './levels';
import { readSections } from './sections';
import { TermIndex } from './term-index';

/** The pieces of an index by name, deflated. */
export type SearchPieces = ReadonlyMap<string, Buffer>;

/** What the author reads beside a post that readers do not find. */
const MARKS = { draft: 'Draft', scheduled: 'Scheduled', unlisted: 'Unlisted' };

/** Characters of a piece of texts before it is deflated. */
const PIECE_LENGTH = 56_000;

/**
 * The search index of the listed posts: in production the published ones, in development all, marked. The same
 * content gives the same bytes.
 */
export async function buildSearchIndex(index: ContentIndex): Promise<SearchPieces> {
  const terms = new TermIndex();
  const texts = createTextPacker();
  const sectionCounts: number[] = [];
  let firstSection = 0;
  for (const post of index.posts) {
    const sections = await readSections(post, index);
    terms.add(
      firstSection,
      toSectionTerms(post, sections),
      post.tags.map(({ slug }) => slug),
    );
    texts.add(toTextPost(post, sections, index));
    sectionCounts.push(sections.length);
    firstSection += sections.length;
  }
  const textPieces = texts.end();
  const termPieces = terms.toPieces();
  const manifest: Omit<Manifest, 'version'> = {
    language: index.site.language,
    sections: sectionCounts,
    terms: termPieces.map(({ first }) => first),
    texts: textPieces.map(({ posts }) => posts),
    tags: [...index.tags.values()]
      .map(({ tag, posts }) => ({ slug: tag.slug, label: tag.label, count: posts.length }))
      .filter(({ count }) => count > 0),
    years: toYears(index.posts),
  };
  const words = deflate(terms.toWords().join('\n'));
  const version = hash([
    JSON.stringify(manifest),
    words,
    ...termPieces.map(({ bytes }) => bytes),
    ...textPieces.map(({ bytes }) => bytes),
  ]);
  return new Map([
    [pieceNames.manifest, deflate(JSON.stringify({ version, ...manifest }))],
    [pieceNames.words(version), words],
    ...termPieces.map(({ bytes }, at) => [pieceNames.terms(version, at), deflate(bytes)] as const),
    ...textPieces.map(({ bytes }, at) => [pieceNames.texts(version, at), bytes] as const),
  ]);
}

function deflate(content: string | Uint8Array): Buffer {
  return deflateRawSync(content, { level: 9 });
}

function toTextPost(post: Post, sections: readonly TextSection[], { site }: ContentIndex): TextPost {
  const [lead, ...others] = sections;
  return {
    path: postPath(post.slug),
    title: post.title,
    ...(post.date === undefined ? {} : { date: dayOf(post.date) }),
    ...(post.lang === undefined || post.lang === site.language ? {} : { lang: post.lang }),
    ...(post.state === 'published' ? {} : { mark: MARKS[post.state] }),
    tags: post.tags.map(({ label }) => label),
    sections: [
      {
        id: '',
        heading: '',
        lines: [...(post.description === '' ? [] : [post.description]), ...(lead?.lines ?? [])],
      },
      ...others,
    ],
  };
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
  const pieces: { posts: number; bytes: Buffer }[] = [];
  let current: string[] = [];
  let length = 0;
  const flush = () => {
    if (current.length > 0) pieces.push({ posts: current.length, bytes: deflate(`[${current.join(',')}]`) });
    current = [];
    length = 0;
  };
  return {
    add(post: TextPost) {
      const text = JSON.stringify(post);
      if (length + text.length > PIECE_LENGTH) flush();
      current.push(text);
      length += text.length;
    },
    end() {
      flush();
      return pieces;
    },
  };
}

function hash(parts: readonly (string | Uint8Array)[]): string {
  const sum = createHash('sha256');
  for (const part of parts) sum.update(String(part.length)).update('\0').update(part);
  return sum.digest('hex').slice(0, 10);
}
