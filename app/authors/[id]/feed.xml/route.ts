import { getContent } from '@/lib/content/posts';
import { decodeParam } from '@/lib/urls';
import { respondWithAuthorFeed } from '../../../_shared/feed-response';

export const dynamic = 'force-static';
export const dynamicParams = false;

export function generateStaticParams() {
  return [...getContent().authors.keys()].map((id) => ({ id }));
}

export async function GET(_request: Request, { params }: RouteContext<'/authors/[id]/feed.xml'>) {
  return respondWithAuthorFeed('rss', decodeParam((await params).id));
}
