import { getStaticParams } from '@/lib/next/static-params';
import { decodeParam } from '@/lib/urls';
import { respondWithFeed } from '../../../_shared/feed-response';

export const dynamic = 'force-static';
export const dynamicParams = false;

export const generateStaticParams = () => getStaticParams('/authors/[id]/feed.xml');

export async function GET(_request: Request, { params }: RouteContext<'/authors/[id]/feed.xml'>) {
  return respondWithFeed('rss', { author: decodeParam((await params).id) });
}
