import type { ContentIndex } from '../content/content-index';
import { type EntryView, toEntryView } from './entry-view';

/** How many posts the page for missing ones offers. */
const POSTS_SHOWN = 3;

export interface NotFoundView {
  readonly latest: readonly EntryView[];
}

/** The view of the page for addresses that do not exist. */
export function viewNotFound({ posts }: ContentIndex): NotFoundView {
  return { latest: posts.slice(0, POSTS_SHOWN).map(toEntryView) };
}
