import { drawIcon } from '@/lib/site/logo';
import { readOwnIcon } from '@/lib/site/own-icon';
import { getIndex } from '@/lib/views/current-index';

export const dynamic = 'force-static';

/** The icon of tabs and bookmarks. */
export function GET() {
  const { site, root } = getIndex();
  return new Response(drawIcon(site, readOwnIcon(root)), { headers: { 'Content-Type': 'image/svg+xml' } });
}
