import { getStaticParams } from '@/lib/next/static-params';
import { respondWithSearchPiece } from '../../../_shared/search-response';

export const dynamic = 'force-static';
export const dynamicParams = false;

interface Context {
  params: Promise<{ page: string; piece: string }>;
}

export const generateStaticParams = () => getStaticParams('/[page]/search/[piece]');

/** A piece of the search index of a section, deflated. */
export async function GET(_request: Request, { params }: Context) {
  const { page, piece } = await params;
  return respondWithSearchPiece(piece, page);
}
