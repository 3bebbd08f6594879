import { drawIcon } from '@/lib/site/logo';
import { getIndex } from '@/lib/views/current-index';

export const dynamic = 'force-static';

/** The icon of tabs and bookmarks. */
export function GET() {
  return new Response(drawIcon(getIndex().site), { headers: { 'Content-Type': 'image/svg+xml' } });
}
