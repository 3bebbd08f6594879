import { getStaticParams } from '@/lib/next/static-params';
import { decodeParam } from '@/lib/urls';
import { respondWithFeed } from '../../../../_shared/feed-response';

export const dynamic = 'force-static';
export const dynamicParams = false;

interface Context {
  params: Promise<{ page: string; tag: string }>;
}

export const generateStaticParams = () => getStaticParams('/[page]/tags/[tag]/feed.json');

export async function GET(_request: Request, { params }: Context) {
  const { page, tag } = await params;
  return respondWithFeed('json', { tag: decodeParam(tag) }, decodeParam(page));
}
