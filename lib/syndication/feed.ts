import type { Author, Post, Tag } from '../content/types';
import { instantOf } from '../dates';
import type { Site } from '../site/site';
import type { Strings } from '../site/strings/messages';

/** A post as feeds carry it. */
export interface FeedPost
  extends Pick<Post, 'slug' | 'id' | 'title' | 'description' | 'date' | 'updated' | 'lang'> {
  readonly authors: readonly FeedAuthor[];
  readonly tags: readonly Pick<Tag, 'slug' | 'label'>[];
}

export type FeedAuthor = Pick<Author, 'id' | 'name' | 'url'>;

/** A list of posts that can be followed, in a form from which every format is written. */
export interface Feed {
  readonly site: Pick<Site, 'url' | 'title' | 'id' | 'language' | 'timeZone' | 'rights' | 'announce'>;
  /** What distinguishes this feed's id from those of the site's other feeds: empty, `tags/python`, `authors/ada`. */
  readonly list: string;
  readonly title: string;
  readonly description: string;
  /** Percent-encoded path of the page that shows the same posts. */
  readonly home: string;
  /** What a person reads who opens the feed in a browser. */
  readonly page: Strings<'feedPage'>;
  readonly author?: FeedAuthor;
  /** Newest first. */
  readonly entries: readonly FeedEntry[];
}

export interface FeedEntry {
  readonly post: FeedPost;
  /** The post's body as HTML with absolute addresses. */
  readonly content: string;
  readonly image?: Enclosure | undefined;
}

/** A file that readers may fetch along with an entry. */
export interface Enclosure {
  /** Percent-encoded path. */
  readonly path: string;
  readonly type: string;
  readonly bytes: number;
}

/** The last change of an entry: its revision, else its date; a revision on the day itself is never the earlier. */
export function changedOf(
  { date = '', updated = date }: Pick<Post, 'date' | 'updated'>,
  timeZone: string,
): string {
  return instantOf(updated, timeZone) > instantOf(date, timeZone) ? updated : date;
}

/** The last change of a feed, so that the same content gives the same bytes; undefined without entries. */
export function lastChangeOf({ entries, site: { timeZone } }: Feed): string | undefined {
  return entries
    .map(({ post }) => changedOf(post, timeZone))
    .sort((a, b) => instantOf(b, timeZone) - instantOf(a, timeZone))[0];
}
