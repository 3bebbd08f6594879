import type { ContentIndex } from '../content/content-index';
import type { Post } from '../content/types';
import { daysBetween } from '../dates';
import { type PublishedThreads, readPublished } from '../readers/published';
import { type Shown, THREADS } from '../readers/threads';
import { commentsPath } from '../urls';

export interface CommentsView extends Pick<PublishedThreads, 'list' | 'counts'> {
  readonly isOpen: boolean;
  /** True where only other sites answer: there is no page of comments. */
  readonly isOfMentions?: true;
  /** Address of what changed since, and of what the page does not show any more. */
  readonly newer: string;
  /** How many threads are older than those of the list, and the page where they begin to be read. */
  readonly earlier?: { readonly count: number; readonly page: number };
}

/** What readers and other sites answered to a post, as far as the build knew; undefined where nobody can answer. */
export function viewComments(post: Post, index: ContentIndex): CommentsView | undefined {
  const { comments, mentions } = index.site.readers ?? {};
  if ((!comments && !mentions) || !post.comments || post.state === 'draft') return undefined;
  const { list, total, counts, changed } = readPublished(post.id).threads;
  const threads = list.filter(({ parent, mention }) => parent === undefined && !isSilent(mention?.kind));
  const count = total - threads.length;
  const since = new URLSearchParams({
    since: String(changed),
    ...(threads[0] && { first: threads[0].id }),
  });
  return {
    ...{ list, counts, isOpen: isOpenForComments(post, index) },
    newer: `${commentsPath(post.slug)}?${since}`,
    ...(count > 0 && { earlier: { count, page: Math.ceil(count / THREADS.perPage) } }),
    ...(!comments && { isOfMentions: true }),
  };
}

function isSilent(kind: string | undefined): boolean {
  return kind === 'like' || kind === 'repost';
}

/** What of all that was approved pages show, as the settings say now. */
export function toShown({ site }: Pick<ContentIndex, 'site'>): Shown {
  const { comments, mentions } = site.readers ?? {};
  return { comments: Boolean(comments), mentions: Boolean(mentions) };
}

/** Whether a comment on a post is accepted on the day of the index. */
export function isOpenForComments(post: Post, { site, today }: ContentIndex): boolean {
  const { comments } = site.readers ?? {};
  if (!comments || !post.comments || post.state === 'draft' || post.state === 'scheduled') return false;
  const { closeAfterDays } = comments;
  return (
    closeAfterDays === undefined || post.date === undefined || daysBetween(post.date, today) <= closeAfterDays
  );
}
