/** What another site does with a post, as it says itself. */
export const MENTION_KINDS = ['like', 'repost', 'reply', 'mention'] as const;

export type MentionKind = (typeof MENTION_KINDS)[number];

/** What makes a comment one that was written on another site. */
export interface Mention {
  readonly kind: MentionKind;
  /** The page that was reported and fetched. */
  readonly source: string;
  /** Where readers find it: the address that the page gives for itself, or else `source`. */
  readonly url: string;
  /** The site of who wrote it, as the page says. */
  readonly website?: string;
}
