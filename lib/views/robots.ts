import type { MetadataRoute } from 'next';
import type { ContentIndex } from '../content/content-index';
import { isPreviewDeployment } from '../site/deployment';
import { absoluteUrl, sitemapPath } from '../urls';

/** What programs that crawl are asked to do. A preview is nobody's business but that of those who have its address. */
export function viewRobots({ audience, site }: ContentIndex): MetadataRoute.Robots {
  if (audience === 'author' || isPreviewDeployment()) return { rules: { userAgent: '*', disallow: '/' } };
  return { rules: { userAgent: '*', allow: '/' }, sitemap: absoluteUrl(site.url, sitemapPath) };
}
