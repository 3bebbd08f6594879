import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { createDiskCache } from '../../cache/disk-cache';
import { createProcessCache } from '../../cache/process-cache';
import { mediaPath } from '../../urls';
import type { Media } from './media';

/** A smaller form of an image, in a format of today. */
export interface Variant {
  /** Address that changes with the image's bytes and with how variants are made. */
  readonly path: string;
  readonly hash: string;
  readonly name: string;
  readonly format: Format;
  /** Pixels. */
  readonly width: number;
  /** The image it is made of. */
  readonly file: string;
}

export type Format = 'avif' | 'webp';

/** The column of text is 608 px broad: once, 1½ times and twice that, and what wide figures need. */
const WIDTHS = [608, 912, 1216, 1824];
/** A width that is nearly the image's own is not worth a file beside it. */
const NEARLY = 1.1;

/**
 * Bytes: what a server sends before it waits for the first answer, ten segments of 1,460 (RFC 6928). A lighter image arrives as
 * soon as any would, and would make the page that names its forms heavier.
 */
const LIGHT = 14_600;

/** Photographs lose nothing one can see; drawings and pictures of a screen keep their edges. */
const PHOTO = { avif: { quality: 55, chromaSubsampling: '4:2:0' }, webp: { quality: 78 } };
const DRAWING = {
  avif: { quality: 65, chromaSubsampling: '4:4:4' },
  webp: { quality: 85, smartSubsample: true },
};
/** Of 9: a fifth smaller than with 2 and no slower; 4 takes three times as long to save a few per cent. */
const AVIF_EFFORT = 3;

const { vips, heif, aom, webp } = sharp.versions;
const RECIPE = JSON.stringify([WIDTHS, LIGHT, PHOTO, DRAWING, AVIF_EFFORT, vips, heif, aom, webp]);

/** Widths in which an image of this width is made, narrowest first. Never wider than it is. */
export function planWidths(width: number): readonly number[] {
  const largest = WIDTHS.at(-1) ?? width;
  const narrower = WIDTHS.filter((planned) => planned * NEARLY <= width);
  return width <= largest * NEARLY ? [...narrower, Math.min(width, largest)] : narrower;
}

/**
 * The variants of an image, narrowest first, made on the first call and kept on the disk. None of what cannot be scaled,
 * moves or is light already, none of a format whose widest variant weighs as much as the image, and no AVIF that weighs as much as WebP.
 */
export function getVariants(media: Media): Promise<readonly Variant[]> {
  return lists.getOrCreate(media.path, () => readOrMake(media));
}

/** A variant by its address, if this process has given that address out. */
export function findVariant(path: string): Variant | undefined {
  return byPath.get(path);
}

/** The bytes of a variant: the same for the same image, whenever and wherever they are made by the same packages. */
export async function readVariant(variant: Variant): Promise<Buffer> {
  const key = `${variant.hash} ${variant.width}.${variant.format}`;
  const known = disk.read(key);
  if (known) return known;
  const bytes = await encode(variant);
  disk.write(key, bytes);
  return bytes;
}

const disk = createDiskCache('variants', 'lib/markdown/media/variants.ts');

const lists = createProcessCache<string, Promise<readonly Variant[]>>('variants of images');
/** The route that serves a variant knows by it what the page that shows it has asked for. */
const byPath = createProcessCache<string, Variant>('variants by address');

async function readOrMake(media: Media): Promise<readonly Variant[]> {
  const planned = planVariants(media);
  const [first] = planned;
  if (!first) return [];
  const list = `${first.hash} list`;
  const known = disk.read(list);
  const kept: readonly string[] = known
    ? JSON.parse(known.toString('utf8'))
    : await makeVariants(planned, media.file);
  if (!known) disk.write(list, JSON.stringify(kept));
  const variants = planned.filter(({ name }) => kept.includes(toEnding(name)));
  for (const variant of variants) byPath.set(variant.path, variant);
  return variants;
}

function planVariants({ file, hash: original, name, width }: Media): Variant[] {
  if (width === undefined || !/\.(avif|jpe?g|png|webp)$/i.test(name)) return [];
  const hash = createHash('sha256').update(`${original} ${RECIPE}`).digest('hex').slice(0, 12);
  const stem = path.parse(name).name;
  return (['avif', 'webp'] as const).flatMap((format) =>
    planWidths(width).map((wide) => {
      const own = `${stem}-${wide}.${format}`;
      return { path: mediaPath(hash, own), hash, name: own, format, width: wide, file };
    }),
  );
}

/** Makes those that are worth their bytes; gives the endings of their names. What sharp cannot read stays as it is. */
async function makeVariants(planned: readonly Variant[], file: string): Promise<string[]> {
  try {
    const isLight = statSync(file).size < LIGHT;
    return isLight || (await isMoving(file)) ? [] : await makeLighter(planned, file);
  } catch {
    return [];
  }
}

async function makeLighter(planned: readonly Variant[], file: string): Promise<string[]> {
  const kept: Variant[] = [];
  let limit = statSync(file).size;
  for (const format of ['webp', 'avif'] as const) {
    const variants = planned.filter((variant) => variant.format === format);
    const widest = variants.at(-1);
    if (!widest) continue;
    const size = (await readVariant(widest)).length;
    if (size >= limit) continue;
    limit = size;
    await Promise.all(variants.map(readVariant));
    kept.push(...variants);
  }
  return kept.map(({ name }) => toEnding(name));
}

async function encode({ file, width, format }: Variant): Promise<Buffer> {
  const kind = /\.png$/i.test(file) ? DRAWING : PHOTO;
  const image: Sharp = sharp(file).autoOrient().resize({ width, withoutEnlargement: true });
  return format === 'avif'
    ? image.avif({ ...kind.avif, effort: AVIF_EFFORT }).toBuffer()
    : image.webp(kind.webp).toBuffer();
}

/** True for an animation; sharp knows only the first picture of one in PNG. */
export async function isMoving(file: string): Promise<boolean> {
  if (/\.png$/i.test(file)) {
    const bytes = readFileSync(file);
    const control = bytes.indexOf('acTL', 0, 'latin1');
    return control >= 0 && control < bytes.indexOf('IDAT', 0, 'latin1');
  }
  const { pages = 1 } = await sharp(file).metadata();
  return pages > 1;
}

/** `photo-608.avif` → `608.avif`: what is the same whatever the image is called. */
function toEnding(name: string): string {
  return name.slice(name.lastIndexOf('-') + 1);
}
