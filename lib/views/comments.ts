import type { ContentIndex } from '../content/content-index';
import type { Post } from '../content/types';
import { daysBetween } from '../dates';
import type { PublicComment } from '../readers/comment';
import { readPublished } from '../readers/published';

export interface CommentsView {
  /** Oldest first. */
  readonly list: readonly PublicComment[];
  readonly isOpen: boolean;
}

/** What readers answered to a post, as far as the build knew; undefined where nobody can answer. */
export function viewComments(post: Post, index: ContentIndex): CommentsView | undefined {
  if (!index.site.readers?.comments || !post.comments || post.state === 'draft') return undefined;
  return { list: readPublished(post.id).comments, isOpen: isOpenForComments(post, index) };
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
