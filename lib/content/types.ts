import type { DataFile } from './data-files';
import type { SharedComponent } from './shared-components';

/** published and unlisted posts are built; scheduled and draft ones are seen in `next dev` only. */
export type PostState = 'published' | 'scheduled' | 'draft' | 'unlisted';

export interface Tag {
  /** As readers see it: `C++`. */
  readonly label: string;
  /** As addresses spell it: `cpp`. */
  readonly slug: string;
  readonly description?: string;
  /** Slugs of related tags; those without a listed post have no page. */
  readonly see?: readonly string[];
  /** How many listed posts have it; a tag that only unlisted posts have has no page. */
  readonly count: number;
}

/** An author as `authors.yml` declares one. */
export interface DeclaredAuthor {
  readonly id: string;
  readonly name: string;
  readonly bio?: string;
  /** An image, as a path from the content folder. */
  readonly portrait?: string;
  readonly url?: string;
  readonly email?: string;
  /** Their account in the fediverse: `@ada@social.example`. */
  readonly fediverse?: string;
  /** Further addresses of the author: label and absolute URL. */
  readonly links: readonly { readonly label: string; readonly url: string }[];
}

export interface Author extends DeclaredAuthor {
  /** How many listed posts they wrote; an author of unlisted posts only has no page. */
  readonly count: number;
}

/** A file beside a post, named as the post names it. */
export interface Cover {
  readonly src: string;
  readonly alt: string;
}

/** A change of a post that its readers are to know of. */
export interface Revision {
  /** ISO date as written. */
  readonly date: string;
  /** In words. */
  readonly change: string;
}

/**
 * A post as every page, feed and index reads it. Each field's comment says what its absence in the front matter
 * means.
 */
export interface Post {
  readonly slug: string;
  /** Relative to the content folder, with forward slashes: `posts/hello/index.mdx`. */
  readonly file: string;
  /** Absolute path of the folder that relative links and images start from. */
  readonly folder: string;
  readonly format: 'md' | 'mdx';
  /** Required. */
  readonly title: string;
  /** Absent: the first paragraph of the body. */
  readonly description: string;
  /** True where the description is the beginning of the body. */
  readonly isExcerpt?: true;
  /** ISO date as written. Required unless a draft. */
  readonly date?: string;
  /** The day of the newest revision where that is later. Absent: never updated. */
  readonly updated?: string;
  /** What was changed after publication, newest first. Absent: none. */
  readonly revisions: readonly Revision[];
  /** Absent: no tags. */
  readonly tags: readonly Tag[];
  /** Absent: false. Featured posts lead the home page. */
  readonly featured: boolean;
  /** Absent: true. False where readers may not answer. */
  readonly comments: boolean;
  readonly state: PostState;
  /** Old paths that redirect here, each starting with `/`. */
  readonly aliases: readonly string[];
  readonly series?: string;
  /** Absent: the site's author. */
  readonly authors: readonly Author[];
  readonly cover?: Cover;
  /** Absolute URL of the original. Absent: the post's own URL. */
  readonly canonical?: string;
  /** BCP 47. Absent: the site's language. */
  readonly lang?: string;
  /** Slug of the post that this one translates. Absent: an original. */
  readonly translationOf?: string;
  /** What feed readers know the post by, for good. Absent: the name it was first published under. */
  readonly id: string;
  /** Title, description and revisions as they are typed, where those above are printed otherwise. */
  readonly plain?: Pick<Post, 'title' | 'description' | 'revisions'>;
  /** The text after the front matter. */
  readonly body: string;
  /** 1-based line of the file on which the body starts. */
  readonly bodyLine: number;
  /** Components of the blog that the body can use by their names. */
  readonly shared?: readonly SharedComponent[];
  /** Data that the body imports. Absent: none. */
  readonly data?: readonly DataFile[];
  /** The name of a figure in the language of the text, with `{number}` in it. Absent: figures are not numbered. */
  readonly figureLabel?: string;
  readonly words: number;
  /** Reading time, at least 1. */
  readonly minutes: number;
}

/** A page that is not a post: `content/pages/about.mdx` is `/about`. */
export interface Page {
  readonly slug: string;
  readonly file: string;
  readonly folder: string;
  readonly format: 'md' | 'mdx';
  readonly title: string;
  readonly description: string;
  readonly lang?: string;
  readonly body: string;
  readonly bodyLine: number;
  readonly shared?: readonly SharedComponent[];
  readonly data?: readonly DataFile[];
  /** The name of a figure in the language of the text, with `{number}` in it. Absent: figures are not numbered. */
  readonly figureLabel?: string;
}

/** What can be rendered: a post or a page. */
export type Document = Post | Page;
