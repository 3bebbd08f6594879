import type { Metadata } from 'next';
import type { Site } from '@/lib/site';
import { type FeedFormat, feedPathOf } from '@/lib/urls';

interface PageFacts {
  /** Absent on the home page, whose title is the site's. */
  readonly title?: string;
  readonly description: string;
  /** Percent-encoded path, or an absolute URL where the original is elsewhere. */
  readonly canonical: string;
  readonly isHidden?: boolean;
  /** A list of posts with feeds of its own: the path of its page, and its name. */
  readonly list?: { readonly path: string; readonly title: string };
}

/** Addresses of feeds as the heads of pages announce them: those of the site, and before them those of a list. */
export function toFeedLinks(
  site: Site,
  list?: PageFacts['list'],
): Record<string, { url: string; title: string }[]> {
  const links = (format: FeedFormat) => [
    ...(list ? [{ url: feedPathOf(format, list.path), title: `${list.title} · ${site.title}` }] : []),
    { url: feedPathOf(format), title: site.title },
  ];
  return {
    'application/rss+xml': links('rss'),
    'application/atom+xml': links('atom'),
    'application/feed+json': links('json'),
  };
}

/** The metadata every page has: title, description, canonical address, Open Graph and the feeds. */
export function toMetadata(
  site: Site,
  { title, description, canonical, isHidden = false, list }: PageFacts,
): Metadata {
  return {
    ...(title === undefined ? { title: { absolute: site.title } } : { title }),
    description,
    alternates: { canonical, types: toFeedLinks(site, list) },
    openGraph: {
      type: 'website',
      siteName: site.title,
      title: title ?? site.title,
      description,
      url: canonical,
      locale: site.language.replace('-', '_'),
    },
    ...(isHidden ? { robots: { index: false } } : {}),
  };
}
