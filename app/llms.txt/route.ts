import { buildLlms } from '@/lib/syndication/llms';
import { getIndex } from '@/lib/views/current-index';

export const dynamic = 'force-static';

export function GET() {
  return new Response(buildLlms(getIndex()), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
}
