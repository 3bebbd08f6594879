import sharp from 'sharp';
import { drawFavicon, drawTile } from '../../site/logo';
import type { DrawnColours } from '../../site/own-colours';
import type { OwnIcon } from '../../site/own-icon';
import { toIco } from './to-ico';

/** Edges in pixels: tabs, tabs and lists on dense screens, the lists of search engines (multiples of 48). */
const FAVICON_SIZES = [16, 32, 48];

/** Home screens ask for both names at the root where a page names no icon. */
const TILE_FILES = ['apple-touch-icon.png', 'apple-touch-icon-precomposed.png'];

/** The files that browsers ask for by a fixed name, by these names: a blog's own icon, or that of the engine in its colours. */
export async function drawIcons(colours: DrawnColours, own?: OwnIcon): Promise<ReadonlyMap<string, Buffer>> {
  const favicon = Buffer.from(drawFavicon(colours, own));
  const images = await Promise.all(FAVICON_SIZES.map((size) => rasterize(favicon, size).toBuffer()));
  const tile = await sharp(Buffer.from(drawTile(colours, own)))
    .png({ palette: true, colours: 64 })
    .toBuffer();
  return new Map([
    ['favicon.ico', toIco(images)],
    ...TILE_FILES.map((file): [string, Buffer] => [file, tile]),
  ]);
}

/** An SVG of 16 units an edge as PNG with 32 bits a pixel, the only kind that Windows reads in an ICO file. */
function rasterize(svg: Buffer, size: number) {
  return sharp(svg, { density: (72 * size) / 16 })
    .resize(size, size)
    .ensureAlpha()
    .png();
}
