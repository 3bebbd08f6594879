import type { ShownSite } from '../site/site';
import type { Strings } from '../site/strings/messages';
import type { Parts } from './parts';
import type { Problem } from './problems';
import type { ContentFiles } from './read';
import type { Audience } from './state';
import type { Author, Page, Post, PostState, Tag } from './types';

export interface TagEntry {
  readonly tag: Tag;
  /** Newest first. */
  readonly posts: readonly Post[];
}

export interface AuthorEntry {
  readonly author: Author;
  /** Newest first. */
  readonly posts: readonly Post[];
}

/** Posts that are to be read one after the other. */
export interface SeriesEntry {
  readonly name: string;
  readonly slug: string;
  /** Oldest first. */
  readonly posts: readonly Post[];
}

/** A post or page that cannot be shown, and why. */
export interface BrokenDocument {
  readonly kind: 'post' | 'page';
  readonly slug: string;
  readonly file: string;
  readonly problems: readonly Problem[];
  /** Its body, so that this can be checked all the same; undefined where the front matter cannot be read. */
  readonly text: DocumentText | undefined;
}

/** What it takes to compile the body of a document and to report what is wrong with it. */
export type DocumentText = Pick<
  Page,
  'file' | 'folder' | 'format' | 'title' | 'lang' | 'body' | 'bodyLine' | 'shared' | 'data' | 'figureLabel'
>;

export interface Redirect {
  /** Path as an author wrote it, not percent-encoded. */
  readonly from: string;
  /** Percent-encoded path. */
  readonly to: string;
}

/** The page made from a file. */
export interface Route {
  readonly path: string;
  readonly isVisible: boolean;
  /** Of a post. */
  readonly state?: PostState;
}

/** Everything the pages, feeds and indexes of the site read. */
export interface ContentIndex {
  /** Absolute path of the content folder. */
  readonly root: string;
  /** What the index was built from. */
  readonly files: ContentFiles;
  /** The day it was built for, `YYYY-MM-DD`. */
  readonly today: string;
  readonly site: ShownSite;
  /** Of the language of the site, with those that the blog words differently. */
  readonly strings: Strings;
  /** The whole content, where this is what a section of it has, or what no section has. */
  readonly whole?: ContentIndex;
  readonly audience: Audience;
  /** Listed posts, newest first; drafts without a date come first. */
  readonly posts: readonly Post[];
  /** Every post that has a page, by slug: the listed and the unlisted. */
  readonly postsBySlug: ReadonlyMap<string, Post>;
  /** What the blog writes in the place of parts of pages. */
  readonly parts: Parts;
  readonly pages: ReadonlyMap<string, Page>;
  /** By slug, in alphabetical order of the labels. */
  readonly tags: ReadonlyMap<string, TagEntry>;
  readonly authors: ReadonlyMap<string, AuthorEntry>;
  /** By slug. */
  readonly series: ReadonlyMap<string, SeriesEntry>;
  readonly redirects: readonly Redirect[];
  /** Where the file of each document (relative path) leads, also of those that readers cannot see yet. */
  readonly routes: ReadonlyMap<string, Route>;
  /** Posts that wait for their day, next first. */
  readonly scheduled: readonly Post[];
  readonly broken: readonly BrokenDocument[];
  /** What is wrong with front matter, settings, tags and authors: the same for every audience. */
  readonly problems: readonly Problem[];
}
