import type { ContentIndex } from '../content/content-index';
import { type EntryView, toEntryView } from './entry-view';
import { viewPart } from './part';

/** How many posts the page for missing ones offers. */
const POSTS_SHOWN = 3;

export interface NotFoundView {
  readonly latest: readonly EntryView[];
  /** Key of what the blog writes in the place of the engine's help. */
  readonly help?: string;
}

/** The view of the page for addresses that do not exist. */
export async function viewNotFound(index: ContentIndex): Promise<NotFoundView> {
  const help = await viewPart(index, 'not-found');
  const latest = index.posts.slice(0, POSTS_SHOWN).map(toEntryView);
  return { latest, ...(help !== undefined && { help }) };
}
