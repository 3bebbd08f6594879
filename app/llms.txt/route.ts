import { getContent } from '@/lib/content/posts';
import { buildLlms } from '@/lib/syndication/llms';

export const dynamic = 'force-static';

export function GET() {
  const text = buildLlms(getContent());
  return new Response(text, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
}
