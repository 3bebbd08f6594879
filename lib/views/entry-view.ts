import type { ContentIndex } from '../content/content-index';
import type { Author, Post, Tag } from '../content/types';
import type { Ornament } from '../site/ornament/families';
import type { PictureView } from './pictures';

/** A post as lists show it. */
export type EntryView = Pick<Post, 'slug' | 'title' | 'lang' | 'date' | 'state'> &
  Partial<Pick<Post, 'description'>>;

/** A post at the head of the home page. */
export interface LeadView extends PartView, Pick<Post, 'minutes'> {
  /** Its cover; there is an ornament or a picture, or neither. */
  readonly picture?: PictureView;
  readonly ornament?: Ornament;
}

/** A post with what it is about, among the parts of a series. */
export type PartView = EntryView & Pick<Post, 'description'>;

/** A name that leads to a page where it has one. */
export interface TagLinkView {
  readonly slug: string;
  readonly label: string;
  readonly hasPage: boolean;
}

export interface AuthorLinkView {
  readonly id: string;
  readonly name: string;
  readonly hasPage: boolean;
}

/** Posts of one year, newest first. */
export interface YearView {
  readonly year: string;
  readonly posts: readonly EntryView[];
}

export function toEntryView({ slug, title, lang, date, state }: Post): EntryView {
  return { slug, title, state, ...(lang !== undefined && { lang }), ...(date !== undefined && { date }) };
}

export function toPartView(post: Post): PartView {
  return { ...toEntryView(post), description: post.description };
}

/** Whether a tag has other posts besides is no matter of the page that shows it, only whether there is a page. */
export function toTagLinkView({ slug, label }: Tag, { tags }: Pick<ContentIndex, 'tags'>): TagLinkView {
  return { slug, label, hasPage: tags.has(slug) };
}

export function toAuthorLinkView({ id, name, count }: Author): AuthorLinkView {
  return { id, name, hasPage: count > 0 };
}
