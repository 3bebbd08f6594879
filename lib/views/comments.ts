import type { ContentIndex } from '../content/content-index';
import type { Post } from '../content/types';
import { daysBetween } from '../dates';
import type { PublicComment } from '../readers/comment';
import { readPublished } from '../readers/published';

export interface CommentsView {
  /** Oldest first. */
  readonly list: readonly PublicComment[];
  readonly isOpen: boolean;
  /** True where only other sites answer: there is no page of comments. */
  readonly isOfMentions?: true;
}

/** What readers and other sites answered to a post, as far as the build knew; undefined where nobody can answer. */
export function viewComments(post: Post, index: ContentIndex): CommentsView | undefined {
  const { comments, mentions } = index.site.readers ?? {};
  if ((!comments && !mentions) || !post.comments || post.state === 'draft') return undefined;
  return {
    list: selectShown(readPublished(post.id).comments, index),
    isOpen: isOpenForComments(post, index),
    ...(!comments && { isOfMentions: true }),
  };
}

/** Of what was approved that which the settings let pages show now. */
export function selectShown<One extends { readonly mention?: unknown }>(
  approved: readonly One[],
  { site }: ContentIndex,
): readonly One[] {
  const { comments, mentions } = site.readers ?? {};
  return approved.filter(({ mention }) => (mention ? mentions : comments));
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
