import { getStaticParams } from '@/lib/next/static-params';
import { respondWithSearchPiece } from '../../_shared/search-response';

export const dynamic = 'force-static';
export const dynamicParams = false;

export const generateStaticParams = () => getStaticParams('/search/[piece]');

/** A piece of the search index, deflated. */
export async function GET(_request: Request, { params }: RouteContext<'/search/[piece]'>) {
  return respondWithSearchPiece((await params).piece);
}
