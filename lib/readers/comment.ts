import type { Mention } from './mentions/mention';

/** Where a comment stands. Readers see those that are approved. */
export const COMMENT_STATES = ['held', 'approved', 'refused', 'spam', 'deleted'] as const;

export type CommentState = (typeof COMMENT_STATES)[number];

/** What a reader wrote below a post. */
export interface Comment {
  readonly id: string;
  /** Id of the post, which it keeps when it is renamed. */
  readonly post: string;
  /** The comment that this one answers; absent for one of the first level. */
  readonly parent?: string;
  readonly name: string;
  /** As it was typed. */
  readonly body: string;
  /** Rendered from it, safe to be put into a page. */
  readonly html: string;
  readonly state: CommentState;
  /** Why it was refused, for whoever wrote it. */
  readonly reason?: string;
  /** Milliseconds since 1970, as all times here. */
  readonly created: number;
  readonly edited?: number;
  /** True for an answer of somebody who moderates. */
  readonly isByAuthor: boolean;
  /** Of one that was written on another site; absent for one that was written here. */
  readonly mention?: Mention;
}

/** A comment as pages show it. */
export type PublicComment = Pick<
  Comment,
  'id' | 'parent' | 'name' | 'html' | 'created' | 'edited' | 'isByAuthor'
> & {
  readonly mention?: Omit<Mention, 'source'>;
  /** Nothing of it is shown but where it stood, above the answers to it. */
  readonly isGone?: true;
};

export function toPublicComment({
  id,
  parent,
  name,
  html,
  state,
  created,
  edited,
  isByAuthor,
  mention,
}: Comment): PublicComment {
  if (state === 'deleted') return { id, name: '', html: '', created, isByAuthor: false, isGone: true };
  return {
    ...{ id, name, html, created, isByAuthor },
    ...(parent !== undefined && { parent }),
    ...(edited !== undefined && { edited }),
    ...(mention && { mention: toPublicMention(mention) }),
  };
}

function toPublicMention({ source: _, ...shown }: Mention): Omit<Mention, 'source'> {
  return shown;
}
