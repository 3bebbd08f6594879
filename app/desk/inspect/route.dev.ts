import { getContent } from '@/lib/content/posts';
import { inspectPath } from '@/lib/dev/inspect';
import { decodeParam } from '@/lib/urls';

/** What the author's bar shows of the page at `?path=`; `null` for pages that no content file makes. */
export async function GET(request: Request) {
  const path = new URL(request.url).searchParams.get('path') ?? '/';
  return Response.json((await inspectPath(decodeParam(path), getContent())) ?? null);
}
