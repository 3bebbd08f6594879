import type { ContentIndex } from '../content/content-index';
import { isPreviewDeployment } from '../site/deployment';
import { absoluteUrl, sitemapPath } from '../urls';

/** What programs that crawl are asked to do. A preview is nobody's business but that of those who have its address. */
export function viewRobots({ audience, site }: ContentIndex): string {
  if (audience === 'author' || isPreviewDeployment()) return 'User-Agent: *\nDisallow: /\n';
  return `User-Agent: *\nAllow: /\n\nSitemap: ${absoluteUrl(site.url, sitemapPath)}\n`;
}
