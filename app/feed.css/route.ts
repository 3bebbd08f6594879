import { getIndex } from '@/lib/views/current-index';
import { viewFeedStyle } from '@/lib/views/feed-style';

export const dynamic = 'force-static';

/** What makes a feed readable in a browser. */
export function GET() {
  const headers = { 'Content-Type': 'text/css; charset=utf-8' };
  return new Response(viewFeedStyle(getIndex()), { headers });
}
