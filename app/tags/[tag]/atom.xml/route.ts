import { getStaticParams } from '@/lib/next/static-params';
import { decodeParam } from '@/lib/urls';
import { respondWithFeed } from '../../../_shared/feed-response';

export const dynamic = 'force-static';
export const dynamicParams = false;

export const generateStaticParams = () => getStaticParams('/tags/[tag]/atom.xml');

export async function GET(_request: Request, { params }: RouteContext<'/tags/[tag]/atom.xml'>) {
  return respondWithFeed('atom', { tag: decodeParam((await params).tag) });
}
