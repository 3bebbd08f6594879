import type { NextRequest } from 'next/server';
import { getReadersPart } from '@/lib/readers/readers-part';
import { receiveRead } from '@/lib/readers/receive-read';
import { getIndex } from '@/lib/views/current-index';
import { viewRead } from '@/lib/views/read';

/** Where pages report that they were read to the end, and searches that found nothing. */
export async function POST(request: NextRequest): Promise<Response> {
  const index = getIndex();
  const { url, timeZone, readers } = index.site;
  if (!readers?.reads) return new Response(null, { status: 404 });
  const findPost = (slug: string) => {
    const post = index.postsBySlug.get(slug);
    return post && viewRead(post, index) ? post.id : undefined;
  };
  try {
    const status = await receiveRead(request, { url, timeZone, findPost, getPart: getReadersPart });
    return new Response(null, { status });
  } catch (error) {
    console.error(`A read was not counted: ${error instanceof Error ? error.message : String(error)}`);
    return new Response(null, { status: 503, headers: { 'Retry-After': '60' } });
  }
}
