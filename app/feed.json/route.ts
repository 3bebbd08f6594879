import { respondWithSiteFeed } from '../_shared/feed-response';

export const dynamic = 'force-static';

export function GET() {
  return respondWithSiteFeed('json');
}
