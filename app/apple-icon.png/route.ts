import sharp from 'sharp';
import { getSite } from '@/lib/content/posts';
import { drawTile } from '@/lib/site/logo';

export const dynamic = 'force-static';

/** The icon of home screens. */
export async function GET() {
  const bytes = await sharp(Buffer.from(drawTile(getSite())))
    .png({ palette: true, colours: 64 })
    .toBuffer();
  return new Response(new Uint8Array(bytes), { headers: { 'Content-Type': 'image/png' } });
}
