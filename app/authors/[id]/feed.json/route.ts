import { getContent } from '@/lib/content/posts';
import { decodeParam } from '@/lib/urls';
import { respondWithAuthorFeed } from '../../../_shared/feed-response';

export const dynamic = 'force-static';
export const dynamicParams = false;

export function generateStaticParams() {
  return [...getContent().authors.keys()].map((id) => ({ id }));
}

export async function GET(_request: Request, { params }: RouteContext<'/authors/[id]/feed.json'>) {
  return respondWithAuthorFeed('json', decodeParam((await params).id));
}
