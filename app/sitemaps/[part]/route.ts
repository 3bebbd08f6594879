import { getStaticParams } from '@/lib/next/static-params';
import { getIndex } from '@/lib/views/current-index';
import { viewSitemapPart } from '@/lib/views/sitemap';

export const dynamic = 'force-static';
export const dynamicParams = false;

export const generateStaticParams = () => getStaticParams('/sitemaps/[part]');

/** A part of a sitemap that is too long for one file. */
export async function GET(_request: Request, { params }: RouteContext<'/sitemaps/[part]'>) {
  const part = Number.parseInt((await params).part, 10);
  const xml = await viewSitemapPart(getIndex(), part);
  if (xml === undefined) return new Response('There is no such part.', { status: 404 });
  return new Response(xml, { headers: { 'Content-Type': 'application/xml; charset=utf-8' } });
}
