import { getContent } from '@/lib/content/posts';
import { decodeParam } from '@/lib/urls';
import { respondWithAuthorFeed } from '../../../_shared/feed-response';

export const dynamic = 'force-static';
export const dynamicParams = false;

export function generateStaticParams() {
  return [...getContent().authors.keys()].map((id) => ({ id }));
}

export async function GET(_request: Request, { params }: RouteContext<'/authors/[id]/atom.xml'>) {
  return respondWithAuthorFeed('atom', decodeParam((await params).id));
}
