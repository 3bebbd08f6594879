import type { FlatNode } from './flatten';

/** What there is at an address now. */
export type LiveAnswer = LiveContent | { readonly kind: 'moved'; readonly to: string };

export interface LiveContent {
  readonly kind: 'shown' | 'broken' | 'missing';
  /** The last good text of a page that cannot be shown, where there is one. */
  readonly page: FlatNode;
  /** What stands above it. */
  readonly problems: FlatNode;
  /** Of a page that is shown: a digest of its head and what is around it. Absent: nobody knows. */
  readonly frame?: string;
}
