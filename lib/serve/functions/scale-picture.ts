import { readFileSync } from 'node:fs';
import sharp, { type Sharp } from 'sharp';
import { createDiskCache } from '../../cache/disk-cache';
import { CARD_HEIGHT, CARD_WIDTH } from '../../cards/drawing';
import { getMedia } from '../../markdown/media/media';
import { isMoving } from '../../markdown/media/variants';

/** What a text is wide at most, on a screen of two dots a pixel. */
const MAX_WIDTH = 1824;

/** A cover as large as a card needs it, in any format; undefined where the file is no heavier. */
export function scaleCover(file: string): Promise<Buffer | undefined> {
  return scale('card', file, (image) =>
    image.resize(CARD_WIDTH, CARD_HEIGHT, { fit: 'outside', withoutEnlargement: true }).webp({ quality: 80 }),
  );
}

/** A picture of a draft in its own format, no wider than a page shows it; undefined where the file is no heavier. */
export function scalePicture(file: string): Promise<Buffer | undefined> {
  if (!/\.(avif|jpe?g|png|webp)$/i.test(file)) return Promise.resolve(undefined);
  return scale('page', file, (image) => image.resize({ width: MAX_WIDTH, withoutEnlargement: true }));
}

async function scale(
  purpose: string,
  file: string,
  toForm: (image: Sharp) => Sharp,
): Promise<Buffer | undefined> {
  const { hash } = await getMedia(file);
  const key = `${purpose} ${hash}`;
  const known = disk.read(key);
  const bytes = known ?? (await encode(file, toForm));
  if (!known) disk.write(key, bytes);
  return bytes.length > 0 ? bytes : undefined;
}

/** Nothing where that would be no lighter, where it moves, and of what is no picture. */
async function encode(file: string, toForm: (image: Sharp) => Sharp): Promise<Buffer> {
  const original = readFileSync(file);
  try {
    if (await isMoving(file)) return Buffer.alloc(0);
    const bytes = await toForm(sharp(original).autoOrient()).toBuffer();
    return bytes.length < original.length ? bytes : Buffer.alloc(0);
  } catch {
    return Buffer.alloc(0);
  }
}

const disk = createDiskCache('request-pictures', 'lib/serve/functions/scale-picture.ts');
