import { createDiskCache } from '../cache/disk-cache';
import { createProcessCache } from '../cache/process-cache';
import { PALETTE } from '../site/palette';
import type { CardFile } from './card-files';
import { CARD_HEIGHT, CARD_WIDTH, type Card, drawCard } from './drawing';
import { readFonts } from './font-files';
import { drawOrnamentImage } from './ornament-image';
import { createTypesetter, type Typesetter } from './typesetter';

/** What places that show cards accept, in bytes. */
const MAX_BYTES = 200_000;
const QUALITIES = [80, 65, 50, 35];

/** The bytes of a card. Drawn once for each address: the disk keeps it for later builds. */
export async function renderCard(file: CardFile, root: string): Promise<Buffer> {
  const known = disk.read(file.path);
  if (known) return known;
  const bytes = await make(file, root);
  disk.write(file.path, bytes);
  return bytes;
}

async function make({ source }: CardFile, root: string): Promise<Buffer> {
  if ('cover' in source) return cutCover(source.cover);
  if ('ornament' in source) return drawOrnamentImage(source.ornament);
  return draw(source.card, root);
}

const disk = createDiskCache('cards', 'lib/cards/render-card.ts');

/** Signs of a title that no font has: its card leaves them out, or shows the blog's name in its place. */
export function findUnreadable(title: string, root: string): { missing: string[]; isLeftOut: boolean } {
  const typesetter = getTypesetter(root);
  return { missing: typesetter.findMissing(title), isLeftOut: leaveOut(title, typesetter) !== undefined };
}

async function draw(card: Card, root: string): Promise<Buffer> {
  const typesetter = getTypesetter(root);
  const svg = drawCard({ ...card, title: toReadable(card, typesetter) }, typesetter);
  const { default: sharp } = await import('sharp');
  return sharp(Buffer.from(svg)).png({ palette: true, colours: 64, dither: 0, effort: 3 }).toBuffer();
}

function getTypesetter(root: string): Typesetter {
  return typesetters.getOrCreate(root, () => createTypesetter(readFonts(root)));
}

const typesetters = createProcessCache<string, Typesetter>('typesetters');

function toReadable({ title, site }: Card, typesetter: Typesetter): string {
  return leaveOut(title, typesetter) ?? (typesetter.findMissing(site).length === 0 ? site : ' ');
}

/** A title without the pictographs that no font has; undefined where more is missing, and it would be misread. */
function leaveOut(title: string, typesetter: Typesetter): string | undefined {
  const missing = typesetter.findMissing(title);
  if (missing.length === 0) return title;
  const isDecoration = missing.every((sign) =>
    /\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(sign),
  );
  const rest = missing
    .reduce((text, sign) => text.replaceAll(sign, ''), title)
    .replace(/\s+/g, ' ')
    .trim();
  return isDecoration && rest !== '' ? rest : undefined;
}

async function cutCover(file: string): Promise<Buffer> {
  const { default: sharp } = await import('sharp');
  const image = sharp(file)
    .autoOrient()
    .resize(CARD_WIDTH, CARD_HEIGHT, { fit: 'cover', position: 'attention' })
    .flatten({ background: PALETTE.light.paper });
  let bytes = Buffer.alloc(0);
  for (const quality of QUALITIES) {
    bytes = await image.clone().jpeg({ quality, mozjpeg: true }).toBuffer();
    if (bytes.length <= MAX_BYTES) break;
  }
  return bytes;
}
