import type { Metadata } from 'next';
import type { ContentIndex } from '../content/content-index';
import { searchPath } from '../urls';
import { toMetadata } from './metadata';

export interface SearchPageView {
  readonly metadata: Metadata;
  readonly tags: readonly { readonly slug: string; readonly label: string }[];
}

/** The view of the page that searches. */
export function viewSearchPage(index: ContentIndex): SearchPageView {
  const description = `Search the notes of ${index.site.title}: their titles, texts, code and subjects.`;
  return {
    metadata: toMetadata(index, { title: 'Search', description, canonical: searchPath, isHidden: true }),
    tags: [...index.tags.values()].map(({ tag: { slug, label } }) => ({ slug, label })),
  };
}
