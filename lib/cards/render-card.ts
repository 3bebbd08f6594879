import { createDiskCache } from '../cache/disk-cache';
import { createProcessCache } from '../cache/process-cache';
import { PALETTE } from '../site/palette';
import type { CardFile } from './card-files';
import { drawCoverCard } from './cover-card';
import { type Card, drawCard } from './drawing';
import { encodePng } from './encode-png';
import { readFonts } from './font-files';
import { drawOrnamentImage } from './ornament-image';
import { createTypesetter, type Fonts, type Typesetter } from './typesetter';

/** The bytes of a card. Drawn once for each address: the disk keeps it for later builds. */
export async function renderCard(file: CardFile, root: string): Promise<Buffer> {
  const known = disk.read(file.path);
  if (known) return known;
  const bytes = await make(file, root);
  disk.write(file.path, bytes);
  return bytes;
}

async function make({ source }: CardFile, root: string): Promise<Buffer> {
  if ('ornament' in source) return drawOrnamentImage(source.ornament);
  const fonts = getFonts(root);
  if ('cover' in source) return drawCoverCard(toReadable(source.cover, fonts.roman), fonts);
  return draw(toReadable(source.card, fonts.roman), fonts);
}

const disk = createDiskCache('cards', 'lib/cards/render-card.ts');

/** Characters of a title that no font has: its card leaves them out, or shows the blog's name in its place. */
export function findUnreadable(title: string, root: string): { missing: string[]; isLeftOut: boolean } {
  const typesetter = getFonts(root).roman;
  return { missing: typesetter.findMissing(title), isLeftOut: leaveOut(title, typesetter) !== undefined };
}

async function draw(card: Card, fonts: Fonts): Promise<Buffer> {
  const { default: sharp } = await import('sharp');
  const image = sharp(Buffer.from(drawCard(card, fonts))).removeAlpha();
  const { data, info } = await image.clone().raw().toBuffer({ resolveWithObject: true });
  const { paper, ink } = card.ground ?? PALETTE.light;
  const few = encodePng({ data, width: info.width, height: info.height }, [paper, ink].map(toBytes));
  // A blog's own icon may have any colours.
  return few ?? image.png({ palette: true, colours: 64, dither: 0, effort: 3 }).toBuffer();
}

function toBytes(hex: string): [number, number, number] {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 0xff, value & 0xff];
}

function getFonts(root: string): Fonts {
  return fonts.getOrCreate(root, () => ({
    roman: createTypesetter(readFonts(root, 'roman')),
    italic: createTypesetter(readFonts(root, 'italic')),
  }));
}

const fonts = createProcessCache<string, Fonts>('fonts of cards');

/** What is shown instead of a title that no font can show is not repeated at the foot. */
function toReadable<Shown extends { readonly title: string; readonly site: string }>(
  card: Shown,
  typesetter: Typesetter,
): Shown {
  const readable = leaveOut(card.title, typesetter);
  if (readable !== undefined) return { ...card, title: readable };
  if (typesetter.findMissing(card.site).length > 0) return { ...card, title: ' ' };
  return { ...card, title: card.site, site: '' };
}

/** A title without the pictographs that no font has; undefined where more is missing, and it would be misread. */
function leaveOut(title: string, typesetter: Typesetter): string | undefined {
  const missing = typesetter.findMissing(title);
  if (missing.length === 0) return title;
  const isDecoration = missing.every((character) =>
    /\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(character),
  );
  const rest = missing
    .reduce((text, character) => text.replaceAll(character, ''), title)
    .replace(/\s+/g, ' ')
    .trim();
  return isDecoration && rest !== '' ? rest : undefined;
}
