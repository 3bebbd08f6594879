import { getIndex } from '@/lib/views/current-index';
import { viewRobots } from '@/lib/views/robots';

export const dynamic = 'force-static';

export function GET() {
  return new Response(viewRobots(getIndex()), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
}
