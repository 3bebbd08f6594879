import { FEED_STYLE } from '@/lib/syndication/feed-page';

export const dynamic = 'force-static';

/** What makes a feed readable in a browser. */
export function GET() {
  return new Response(FEED_STYLE, { headers: { 'Content-Type': 'text/css; charset=utf-8' } });
}
