import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { getContent, getContentFolder } from '../lib/content/posts';
import { drawFavicon, drawTile } from '../lib/site/logo';
import { getDrawnColours } from '../lib/site/own-colours';
import { readOwnIcon } from '../lib/site/own-icon';
import { toIco } from './ico';

/** Edges in pixels: tabs, tabs and lists on dense screens, the lists of search engines (multiples of 48). */
const FAVICON_SIZES = [16, 32, 48];

/** Home screens ask for both names at the root where a page names no icon. */
const TILE_FILES = ['apple-touch-icon.png', 'apple-touch-icon-precomposed.png'];

/** Draws what browsers ask for by a fixed name into `public`, from the blog's own icon or in the colours of its style sheet and settings. */
async function drawIcons(folder: string): Promise<void> {
  const colours = getDrawnColours(getContent(), 'light');
  const own = readOwnIcon(getContentFolder());
  const favicon = Buffer.from(drawFavicon(colours, own));
  const sizes = FAVICON_SIZES.map((size) => rasterize(favicon, size).toBuffer());
  const tile = await sharp(Buffer.from(drawTile(colours, own)))
    .png({ palette: true, colours: 64 })
    .toBuffer();
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'favicon.ico'), toIco(await Promise.all(sizes)));
  for (const file of TILE_FILES) writeFileSync(path.join(folder, file), tile);
}

/** An SVG of 16 units an edge as PNG with 32 bits a pixel, the only kind that Windows reads in an ICO file. */
function rasterize(svg: Buffer, size: number) {
  return sharp(svg, { density: (72 * size) / 16 })
    .resize(size, size)
    .ensureAlpha()
    .png();
}

await drawIcons('public');
