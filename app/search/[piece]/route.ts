import { getStaticParams } from '@/lib/next/static-params';
import { getSearchIndex } from '@/lib/search/build/search-index';
import { decodeParam } from '@/lib/urls';
import { getIndex } from '@/lib/views/current-index';

export const dynamic = 'force-static';
export const dynamicParams = false;

export const generateStaticParams = () => getStaticParams('/search/[piece]');

/** A piece of the search index, deflated. */
export async function GET(_request: Request, { params }: RouteContext<'/search/[piece]'>) {
  const pieces = await getSearchIndex(getIndex());
  const bytes = pieces.get(decodeParam((await params).piece));
  if (!bytes) return new Response('There is no such piece.', { status: 404 });
  return new Response(new Uint8Array(bytes), { headers: { 'Content-Type': 'application/octet-stream' } });
}
