import { getContent } from '@/lib/content/posts';
import { buildSitemap } from '@/lib/syndication/sitemap';
import { getSitemapEntries } from '../_shared/sitemap-entries';

export const dynamic = 'force-static';

export async function GET() {
  const index = getContent();
  const xml = buildSitemap(index.site.url, await getSitemapEntries(index));
  return new Response(xml, { headers: { 'Content-Type': 'application/xml; charset=utf-8' } });
}
