import { getIndex } from '@/lib/views/current-index';
import { viewSitemap } from '@/lib/views/sitemap';

export const dynamic = 'force-static';

export async function GET() {
  const xml = await viewSitemap(getIndex());
  return new Response(xml, { headers: { 'Content-Type': 'application/xml; charset=utf-8' } });
}
