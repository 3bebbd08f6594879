import { getContent } from '@/lib/content/posts';
import { buildLlms } from '@/lib/syndication/llms';

export const dynamic = 'force-static';

export function GET() {
  return new Response(buildLlms(getContent()), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
}
