import type { ContentIndex } from '../content/content-index';
import type { Address } from '../content/nearest-address';
import { listSections } from '../content/sections';
import { inSection, pagePath, postPath, seriesPath, tagPath } from '../urls';

/** Every page by address, decoded, and title: read by the page that stands for missing ones. */
export function viewNearest(index: ContentIndex): Address[] {
  const { posts, pages } = index.whole ?? index;
  const sections = listSections(index);
  const addresses: Address[] = [
    ...posts.map(({ slug, title }): Address => [postPath(slug), title]),
    ...[...pages.values()].map(({ slug, title }): Address => [pagePath(slug), title]),
    ...sections.flatMap(({ strings, tags }) =>
      [...tags.values()].map(({ tag }): Address => [inSection(strings, tagPath(tag.slug)), tag.label]),
    ),
    ...sections.flatMap(({ strings, series }) =>
      [...series.values()].map(({ slug, name }): Address => [inSection(strings, seriesPath(slug)), name]),
    ),
  ];
  return addresses.map(([path, title]) => [decodeURI(path), title]);
}
