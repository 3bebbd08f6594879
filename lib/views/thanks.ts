import type { ContentIndex } from '../content/content-index';
import type { Post } from '../content/types';
import { readPublished } from '../readers/published';

export interface ThanksView {
  /** As far as the build knew. */
  readonly count: number;
}

/** The thanks for a post; undefined where nobody can give any. */
export function viewThanks({ id, state }: Post, { site }: ContentIndex): ThanksView | undefined {
  if (!site.readers?.thanks || state === 'draft' || state === 'scheduled') return undefined;
  return { count: readPublished(id).thanks };
}
