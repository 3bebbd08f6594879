import type { ContentIndex } from '../content/content-index';
import type { Post } from '../content/types';

/** What a page needs to report that it was read to the end. */
export interface ReadView {
  readonly slug: string;
  /** Whoever comes to the end sooner has not read it. */
  readonly seconds: number;
}

/** Of the minutes that a post takes to read, as seconds: who skims it takes no less. */
const SECONDS_PER_MINUTE = 15;

/** Undefined where it is not counted who reads a post. */
export function viewRead({ slug, state, minutes }: Post, { site }: ContentIndex): ReadView | undefined {
  if (!site.readers?.reads || state === 'draft' || state === 'scheduled') return undefined;
  return { slug, seconds: minutes * SECONDS_PER_MINUTE };
}
