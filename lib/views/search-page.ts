import type { Metadata } from 'next';
import type { ContentIndex } from '../content/content-index';
import { formatMessage } from '../site/strings/messages';
import { inSection, searchPath } from '../urls';
import { toMetadata } from './metadata';

export interface SearchPageView {
  readonly metadata: Metadata;
  readonly tags: readonly { readonly slug: string; readonly label: string }[];
}

/** The view of the page that searches. */
export function viewSearchPage(index: ContentIndex): SearchPageView {
  const { site, strings } = index;
  const description = formatMessage(strings, 'searchDescription', { site: site.title });
  const title = formatMessage(strings, 'search');
  return {
    metadata: toMetadata(index, {
      title,
      description,
      canonical: inSection(strings, searchPath),
      isHidden: true,
    }),
    tags: [...index.tags.values()].map(({ tag: { slug, label } }) => ({ slug, label })),
  };
}
