import path from 'node:path';
import sharp from 'sharp';
import { readCached, writeCached } from '../disk-cache';
import type { CardFile } from './card-files';
import { CARD_HEIGHT, CARD_WIDTH, type Card, drawCard } from './drawing';
import { readFonts } from './font-files';
import { createTypesetter, type Typesetter } from './typesetter';

/** What places that show cards accept, in bytes. */
const MOST_BYTES = 200_000;
const QUALITIES = [80, 65, 50, 35];

/** The bytes of a card. Drawn once for each address: the disk keeps it for later builds. */
export async function renderCard(file: CardFile, root: string): Promise<Buffer> {
  const name = path.join('cards', path.basename(file.path));
  const known = readCached(name);
  if (known) return known;
  const { source } = file;
  const bytes = 'cover' in source ? await cutCover(source.cover) : await draw(source.card, root);
  writeCached(name, bytes);
  return bytes;
}

/** Signs of a card's title that no font has. The card then shows the blog's name in its place. */
export function findUnreadable({ title }: Pick<Card, 'title'>, root: string): string[] {
  return getTypesetter(root).findMissing(title);
}

async function draw(card: Card, root: string): Promise<Buffer> {
  const typesetter = getTypesetter(root);
  const svg = drawCard({ ...card, title: toReadable(card, typesetter) }, typesetter);
  return sharp(Buffer.from(svg)).png({ palette: true, colours: 64, dither: 0, effort: 3 }).toBuffer();
}

function getTypesetter(root: string): Typesetter {
  const known = typesetters.get(root) ?? createTypesetter(readFonts(root));
  typesetters.set(root, known);
  return known;
}

const typesetters = new Map<string, Typesetter>();

/** Pictographs are left out; a title of which more is missing would be misread. */
function toReadable({ title, site }: Card, typesetter: Typesetter): string {
  const missing = typesetter.findMissing(title);
  if (missing.length === 0) return title;
  const isDecoration = missing.every((sign) =>
    /\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(sign),
  );
  const rest = missing
    .reduce((text, sign) => text.replaceAll(sign, ''), title)
    .replace(/\s+/g, ' ')
    .trim();
  if (isDecoration && rest !== '') return rest;
  return typesetter.findMissing(site).length === 0 ? site : ' ';
}

async function cutCover(file: string): Promise<Buffer> {
  const image = sharp(file)
    .autoOrient()
    .resize(CARD_WIDTH, CARD_HEIGHT, { fit: 'cover', position: 'attention' })
    .flatten({ background: '#fbfaf9' });
  let bytes = Buffer.alloc(0);
  for (const quality of QUALITIES) {
    bytes = await image.clone().jpeg({ quality, mozjpeg: true }).toBuffer();
    if (bytes.length <= MOST_BYTES) break;
  }
  return bytes;
}
