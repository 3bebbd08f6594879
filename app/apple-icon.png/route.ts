import sharp from 'sharp';
import { drawTile } from '@/lib/site/logo';
import { readOwnIcon } from '@/lib/site/own-icon';
import { getIndex } from '@/lib/views/current-index';

export const dynamic = 'force-static';

/** The icon of home screens. */
export async function GET() {
  const { site, root } = getIndex();
  const bytes = await sharp(Buffer.from(drawTile(site, readOwnIcon(root))))
    .png({ palette: true, colours: 64 })
    .toBuffer();
  return new Response(new Uint8Array(bytes), { headers: { 'Content-Type': 'image/png' } });
}
