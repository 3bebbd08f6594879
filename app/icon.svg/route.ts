import { drawIcon } from '@/lib/site/logo';
import { getBothColours } from '@/lib/site/own-colours';
import { readOwnIcon } from '@/lib/site/own-icon';
import { getIndex } from '@/lib/views/current-index';

export const dynamic = 'force-static';

/** The icon of tabs and bookmarks. */
export function GET() {
  const index = getIndex();
  const icon = drawIcon(index.site, getBothColours(index), readOwnIcon(index.root));
  return new Response(icon, { headers: { 'Content-Type': 'image/svg+xml' } });
}
