import type { Metadata } from 'next';
import type { Site } from '@/lib/site';
import { feedPath } from '@/lib/urls';

interface PageFacts {
  /** Absent on the home page, whose title is the site's. */
  readonly title?: string;
  readonly description: string;
  /** Percent-encoded path, or an absolute URL where the original is elsewhere. */
  readonly canonical: string;
  readonly isHidden?: boolean;
}

/** The metadata every page has: title, description, canonical address, Open Graph and the feed. */
export function toMetadata(
  site: Site,
  { title, description, canonical, isHidden = false }: PageFacts,
): Metadata {
  return {
    ...(title === undefined ? { title: { absolute: site.title } } : { title }),
    description,
    alternates: { canonical, types: { 'application/rss+xml': [{ url: feedPath, title: site.title }] } },
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
