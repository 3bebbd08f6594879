import type { MetadataRoute } from 'next';
import { getContent } from '@/lib/content/posts';
import { buildSitemap } from '@/lib/syndication/sitemap';

export default function sitemap(): MetadataRoute.Sitemap {
  return buildSitemap(getContent());
}
