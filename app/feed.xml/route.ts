import { respondWithFeed } from '../_shared/feed-response';

export const dynamic = 'force-static';

export function GET() {
  return respondWithFeed('rss', 'site');
}
