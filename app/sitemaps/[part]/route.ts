import { getContent } from '@/lib/content/posts';
import { getStaticParams } from '@/lib/next/static-params';
import { buildSitemapPart } from '@/lib/syndication/sitemap';
import { getSitemapEntries } from '../../_shared/sitemap-entries';

export const dynamic = 'force-static';
export const dynamicParams = false;

export const generateStaticParams = () => getStaticParams('/sitemaps/[part]');

/** A part of a sitemap that is too long for one file. */
export async function GET(_request: Request, { params }: RouteContext<'/sitemaps/[part]'>) {
  const index = getContent();
  const part = Number.parseInt((await params).part, 10);
  const xml = buildSitemapPart(index.site.url, await getSitemapEntries(index), part);
  if (xml === undefined) return new Response('There is no such part.', { status: 404 });
  return new Response(xml, { headers: { 'Content-Type': 'application/xml; charset=utf-8' } });
}
