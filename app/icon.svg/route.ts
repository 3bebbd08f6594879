import { getSite } from '@/lib/content/posts';
import { drawIcon } from '@/lib/site/logo';

export const dynamic = 'force-static';

/** The icon of tabs and bookmarks. */
export function GET() {
  return new Response(drawIcon(getSite()), { headers: { 'Content-Type': 'image/svg+xml' } });
}
