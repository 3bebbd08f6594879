import sharp from 'sharp';
import { drawTile } from '@/lib/site/logo';
import { getIndex } from '@/lib/views/current-index';

export const dynamic = 'force-static';

/** The icon of home screens. */
export async function GET() {
  const bytes = await sharp(Buffer.from(drawTile(getIndex().site)))
    .png({ palette: true, colours: 64 })
    .toBuffer();
  return new Response(new Uint8Array(bytes), { headers: { 'Content-Type': 'image/png' } });
}
