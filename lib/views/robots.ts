import type { MetadataRoute } from 'next';
import type { ContentIndex } from '../content/content-index';
import { absoluteUrl, sitemapPath } from '../urls';

/** What programs that crawl are asked to do. A preview that shows drafts is nobody's business but its readers'. */
export function viewRobots({ audience, site }: ContentIndex): MetadataRoute.Robots {
  if (audience === 'author') return { rules: { userAgent: '*', disallow: '/' } };
  return { rules: { userAgent: '*', allow: '/' }, sitemap: absoluteUrl(site.url, sitemapPath) };
}
