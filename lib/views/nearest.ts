import type { ContentIndex } from '../content/content-index';
import type { Address } from '../content/nearest-address';
import { pagePath, postPath, seriesPath, tagPath } from '../urls';

/** Every page by address, decoded, and title: read by the page that stands for missing ones. */
export function viewNearest({ posts, pages, tags, series }: ContentIndex): Address[] {
  const addresses: Address[] = [
    ...posts.map(({ slug, title }): Address => [postPath(slug), title]),
    ...[...pages.values()].map(({ slug, title }): Address => [pagePath(slug), title]),
    ...[...tags.values()].map(({ tag }): Address => [tagPath(tag.slug), tag.label]),
    ...[...series.values()].map(({ slug, name }): Address => [seriesPath(slug), name]),
  ];
  return addresses.map(([path, title]) => [decodeURI(path), title]);
}
