import { getContent } from '@/lib/content/posts';
import { decodeParam } from '@/lib/urls';
import { respondWithTagFeed } from '../../../_shared/feed-response';

export const dynamic = 'force-static';
export const dynamicParams = false;

export function generateStaticParams() {
  return [...getContent().tags.keys()].map((tag) => ({ tag }));
}

export async function GET(_request: Request, { params }: RouteContext<'/tags/[tag]/feed.xml'>) {
  return respondWithTagFeed('rss', decodeParam((await params).tag));
}
