import type { MetadataRoute } from 'next';
import { getContent } from '@/lib/content/posts';
import { absoluteUrl, sitemapPath } from '@/lib/urls';

export default function robots(): MetadataRoute.Robots {
  const { audience, site } = getContent();
  // A preview that shows drafts is nobody's business but its readers'.
  if (audience === 'author') return { rules: { userAgent: '*', disallow: '/' } };
  return { rules: { userAgent: '*', allow: '/' }, sitemap: absoluteUrl(site.url, sitemapPath) };
}
