import { getStaticParams } from '@/lib/next/static-params';
import { decodeParam } from '@/lib/urls';
import { respondWithFeed } from '../../_shared/feed-response';

export const dynamic = 'force-static';
export const dynamicParams = false;

interface Context {
  params: Promise<{ page: string }>;
}

export const generateStaticParams = () => getStaticParams('/[page]/atom.xml');

export async function GET(_request: Request, { params }: Context) {
  const { page } = await params;
  return respondWithFeed('atom', 'site', decodeParam(page));
}
