import type { Metadata } from 'next';
import type { ContentIndex } from '../content/content-index';
import { formatMessage } from '../site/strings/messages';
import { type EntryView, toEntryView } from './entry-view';
import { toFeedLinks, toTitle } from './metadata';
import { viewPart } from './part';

/** How many posts the page for missing ones offers. */
const POSTS_SHOWN = 3;

export interface NotFoundView {
  readonly latest: readonly EntryView[];
  /** Key of what the blog writes in the place of the engine's help. */
  readonly help?: string;
}

/** The metadata of that page, which has no address of its own. */
export function viewNotFoundMetadata(index: ContentIndex): Metadata {
  const { site, strings } = index;
  return {
    ...toTitle(formatMessage(strings, 'notFound'), index),
    robots: { index: false },
    // Those of the main language are on every page that says nothing else.
    ...(strings.section !== undefined && { alternates: { types: toFeedLinks(site, strings) } }),
  };
}

/** The view of the page for addresses that do not exist. */
export async function viewNotFound(index: ContentIndex): Promise<NotFoundView> {
  const help = await viewPart(index, 'not-found');
  const latest = index.posts.slice(0, POSTS_SHOWN).map(toEntryView);
  return { latest, ...(help !== undefined && { help }) };
}
