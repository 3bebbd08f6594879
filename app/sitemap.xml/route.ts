import { getContent } from '@/lib/content/posts';
import { toFeedHeaders } from '@/lib/next/feed-version';
import { buildSitemap } from '@/lib/syndication/sitemap';
import { getSitemapEntries } from '../_shared/sitemap-entries';

export const dynamic = 'force-static';

export async function GET() {
  const index = getContent();
  const xml = buildSitemap(index.site.url, await getSitemapEntries(index));
  return new Response(xml, { headers: toFeedHeaders(xml, 'application/xml; charset=utf-8') });
}
