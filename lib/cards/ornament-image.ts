import { drawOrnament } from '../site/ornament/draw-ornament';
import { formatOrnament } from '../site/ornament/format-ornament';
import { PALETTE } from '../site/palette';
import type { OrnamentImage } from './card-files';

/** In pixels: twice as many as it is shown with. */
export const ORNAMENT_IMAGE_SIZE = 192;

/** An ornament as PNG, on paper: a reader of feeds may have a dark ground. */
export async function drawOrnamentImage({
  name,
  paper = PALETTE.light.paper,
  ...colours
}: OrnamentImage): Promise<Buffer> {
  const size = ORNAMENT_IMAGE_SIZE;
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="-384 -384 768 768">`,
    `<rect x="-384" y="-384" width="768" height="768" fill="${paper}"/>`,
    `${formatOrnament(drawOrnament(name), colours)}</svg>`,
  ].join('');
  const { default: sharp } = await import('sharp');
  return sharp(Buffer.from(svg)).png({ palette: true, colours: 32, dither: 0 }).toBuffer();
}
