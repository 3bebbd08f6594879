import { dayOf } from '../dates';
import type { ParsedPost, PostFields } from './post';
import type { PostState } from './types';

/** A post of the content folder, and what it is on the day of the index. */
export interface PostInState {
  readonly post: ParsedPost;
  readonly state: PostState;
}

/** The one decision on a post's state. Draft wins over scheduled, scheduled over unlisted. */
export function toState(fields: Pick<PostFields, 'draft' | 'unlisted' | 'date'>, today: string): PostState {
  if (fields.draft || fields.date === undefined) return 'draft';
  if (dayOf(fields.date) > today) return 'scheduled';
  return fields.unlisted ? 'unlisted' : 'published';
}

/** True where a post of this state has a page. In production only published and unlisted posts do. */
export function isVisible(state: PostState, audience: Audience): boolean {
  return audience === 'author' || state === 'published' || state === 'unlisted';
}

/** True where lists, feeds and the sitemap show a post of this state. */
export function isListed(state: PostState, audience: Audience): boolean {
  return audience === 'author' || state === 'published';
}

/** Whom the index is built for: everyone, or the author in `next dev`. */
export type Audience = 'public' | 'author';
