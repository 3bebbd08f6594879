import type { Address } from '@/lib/content/nearest-address';
import { getContent } from '@/lib/content/posts';
import { pagePath, postPath, seriesPath, tagPath } from '@/lib/urls';

export const dynamic = 'force-static';

/** Every page by address and title: read by the page that stands for missing ones. */
export function GET() {
  const { posts, pages, tags, series } = getContent();
  const addresses: Address[] = [
    ...posts.map(({ slug, title }): Address => [postPath(slug), title]),
    ...[...pages.values()].map(({ slug, title }): Address => [pagePath(slug), title]),
    ...[...tags.values()].map(({ tag }): Address => [tagPath(tag.slug), tag.label]),
    ...[...series.values()].map(({ slug, name }): Address => [seriesPath(slug), name]),
  ];
  return Response.json(addresses.map(([path, title]) => [decodeURI(path), title]));
}
