/**
 * The form of the index, shared by what writes it and what reads it. Every piece is deflated. A *section* is a post's
 * text from one heading to the next; sections are numbered through all posts, newest post first.
 */

import type { Strings } from '../site/strings/messages';
import type { SearchMessage } from '../site/strings/page-messages';

/** What the browser loads first. */
export interface Manifest {
  /** BCP 47 language of the site. */
  readonly language: string;
  readonly messages: Strings<SearchMessage>['messages'];
  /** Number of sections of each post. */
  readonly sections: readonly number[];
  /** First term of each piece of terms. */
  readonly terms: readonly string[];
  /** Number of posts in each piece of texts. */
  readonly texts: readonly number[];
  readonly tags: readonly TagFilter[];
  /** Newest first; a year's posts stand together. */
  readonly years: readonly YearFilter[];
  /** What distinguishes pieces in their names: a hash of what is in them. */
  readonly names: {
    readonly words: string;
    readonly terms: readonly string[];
    readonly texts: readonly string[];
  };
}

export interface TagFilter {
  readonly slug: string;
  readonly label: string;
  readonly count: number;
}

export interface YearFilter {
  readonly year: string;
  /** Number of the first post of that year. */
  readonly first: number;
  readonly count: number;
}

/** A post as results show it. */
export interface TextPost {
  readonly path: string;
  readonly title: string;
  /** ISO day. */
  readonly date?: string;
  /** Where it is not the site's. */
  readonly lang?: string;
  /** Labels. */
  readonly tags: readonly string[];
  /** What readers do not see yet, in words. Development only. */
  readonly mark?: string;
  readonly sections: readonly TextSection[];
}

export interface TextSection {
  /** Empty for what stands before the first heading. */
  readonly id: string;
  readonly heading: string;
  /** Lines as a reader sees them; a line of code starts with `CODE_LINE`. */
  readonly lines: readonly string[];
}

/**
 * A term in more sections than this keeps the most important of them, the newest first: it cannot narrow a search, and
 * its list would only be long.
 */
export const MAX_SECTIONS = 12_000;

export const CODE_LINE = '\u0001';

/** Lists the posts of a tag under a term that no text can hold. */
export function tagTerm(slug: string): string {
  return `\u0001${slug}`;
}

/**
 * Where a term stands in a section, from the least to the most important: in passing, once, often, throughout; as a
 * part of a name in a title; in the description, a tag, a heading, the title.
 */
export const LEVEL_WEIGHTS: readonly number[] = [0.5, 1, 1.4, 1.8, 2.2, 3, 4, 6];
export const LEVELS = LEVEL_WEIGHTS.length;

export const pieceNames = {
  manifest: 'manifest',
  /** The frequent words, most frequent first: what a misspelt word may have meant. */
  words: (name: string) => `${name}-words`,
  terms: (name: string) => `${name}-terms`,
  texts: (name: string) => `${name}-texts`,
};
