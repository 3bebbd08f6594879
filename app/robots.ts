import type { MetadataRoute } from 'next';
import { getSite } from '@/lib/content/posts';
import { absoluteUrl, sitemapPath } from '@/lib/urls';

export default function robots(): MetadataRoute.Robots {
  return { rules: { userAgent: '*', allow: '/' }, sitemap: absoluteUrl(getSite().url, sitemapPath) };
}
