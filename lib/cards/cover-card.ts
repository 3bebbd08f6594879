import { PALETTE } from '../site/palette';
import { isRightToLeft } from './direction';
import { CARD_HEIGHT, CARD_WIDTH, type Ground } from './drawing';
import { breakLines, shortenLines } from './lines';
import type { Fonts } from './typesetter';

/** A cover, and what stands on the strip of paper below it. */
export interface CoverCard {
  /** Absolute path of the image. */
  readonly file: string;
  readonly title: string;
  readonly site: string;
  /** Absent: paper and ink of the engine. */
  readonly ground?: Ground;
}

/** What places that show cards accept, in bytes. */
const MAX_BYTES = 200_000;
const QUALITIES = [80, 65, 50, 35];

const TITLE = { size: 46, lineHeight: 54, lines: 2 };
const SITE = { size: 27, lineHeight: 34 };
const PADDING = 24;
const WIDTH = 1008;

/** A cover with a strip of paper at its foot, as JPEG. */
export async function drawCoverCard(card: CoverCard, fonts: Fonts): Promise<Buffer> {
  const { default: sharp } = await import('sharp');
  const { paper } = card.ground ?? PALETTE.light;
  const strip = drawStrip(card, fonts);
  const cover = await sharp(card.file)
    .autoOrient()
    .resize(CARD_WIDTH, CARD_HEIGHT - strip.height, { fit: 'cover', position: 'attention' })
    .flatten({ background: paper })
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = cover.info;
  const image = sharp(cover.data, { raw: { width, height, channels } })
    .extend({ bottom: strip.height, background: paper })
    .composite([{ input: Buffer.from(strip.svg), left: 0, top: height }]);
  let bytes = Buffer.alloc(0);
  for (const quality of QUALITIES) {
    bytes = await image.clone().jpeg({ quality, mozjpeg: true }).toBuffer();
    if (bytes.length <= MAX_BYTES) break;
  }
  return bytes;
}

function drawStrip(
  { title, site, ground = PALETTE.light }: CoverCard,
  { roman, italic }: Fonts,
): { svg: string; height: number } {
  const { ink, 'ink-2': ink2 } = ground;
  const lines = breakLines(title, TITLE, WIDTH, roman) ?? shortenLines(title, TITLE, WIDTH, roman);
  const name = italic.findMissing(site).length === 0 && site !== title ? site : '';
  const height = PADDING * 2 + lines.length * TITLE.lineHeight + (name === '' ? 0 : SITE.lineHeight);
  const place = (text: string, top: number, style: typeof SITE, fill: string, typesetter = roman) => {
    const set = typesetter.setText(text, style.size, isRightToLeft(text));
    const baseline = top + typesetter.baselineOf(style.size, style.lineHeight);
    const left = (CARD_WIDTH - set.width) / 2;
    return `<g fill="${fill}" transform="translate(${left.toFixed(2)} ${baseline.toFixed(2)})">${set.shape}</g>`;
  };
  const end = PADDING + lines.length * TITLE.lineHeight;
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${CARD_WIDTH}" height="${height}">`,
    `<path fill="${ink}" d="M0 0h1200v2H0zm0 5h1200v1H0z"/>`,
    ...lines.map((line, index) => place(line, PADDING + index * TITLE.lineHeight, TITLE, ink)),
    name === '' ? '' : place(name, end, SITE, ink2, italic),
    '</svg>',
  ].join('');
  return { svg, height };
}
