import { getContent } from '@/lib/content/posts';
import { toFeedHeaders } from '@/lib/next/feed-version';
import { buildLlms } from '@/lib/syndication/llms';

export const dynamic = 'force-static';

export function GET() {
  const text = buildLlms(getContent());
  return new Response(text, { headers: toFeedHeaders(text, 'text/plain; charset=utf-8') });
}
