import sharp from 'sharp';
import { drawTile } from '@/lib/site/logo';
import { getDrawnColours } from '@/lib/site/own-colours';
import { readOwnIcon } from '@/lib/site/own-icon';
import { getIndex } from '@/lib/views/current-index';

export const dynamic = 'force-static';

/** The icon of home screens. */
export async function GET() {
  const index = getIndex();
  const bytes = await sharp(Buffer.from(drawTile(getDrawnColours(index, 'light'), readOwnIcon(index.root))))
    .png({ palette: true, colours: 64 })
    .toBuffer();
  return new Response(new Uint8Array(bytes), { headers: { 'Content-Type': 'image/png' } });
}
