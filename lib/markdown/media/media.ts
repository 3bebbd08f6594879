import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { createProcessCache } from '../../cache/process-cache';
import { mediaPath } from '../../urls';
import { findRecordedMedia, type RecordedMedia } from './media-record';
import { readFilmSize } from './video-size';

/** A file that a post shows or links to, at its address on the site. */
export interface Media {
  /** Absolute path on the disk. */
  readonly file: string;
  /** Address that changes with the file's bytes. */
  readonly path: string;
  readonly hash: string;
  readonly name: string;
  /** Pixels, of images and MP4 films only. */
  readonly width?: number;
  readonly height?: number;
}

const IMAGE = /\.(avif|gif|jpe?g|png|svg|webp)$/i;
const FILM = /\.(mp4|m4v|mov)$/i;

/** Address and size of a file; read again only when it changed. Throws where there is no such file. */
export async function getMedia(file: string): Promise<Media> {
  const recorded = findRecordedMedia(file);
  if (recorded) return toMedia(file, recorded);
  const { mtimeMs, size } = statSync(file);
  const stamp = `${mtimeMs}:${size}`;
  const known = byFile.get(file);
  if (known?.stamp === stamp) return known.media;
  const media = measure(file);
  byFile.set(file, { stamp, media });
  return media;
}

/** A file by its address, if this process has given that address out. */
export function findMedia(path: string): Media | undefined {
  return byPath.get(path);
}

const byFile = createProcessCache<string, { stamp: string; media: Promise<Media> }>('media by file');
const byPath = createProcessCache<string, Media>('media by address');

async function measure(file: string): Promise<Media> {
  const bytes = readFileSync(file);
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
  const size = IMAGE.test(file)
    ? await measureImage(bytes)
    : FILM.test(file)
      ? readFilmSize(bytes)
      : undefined;
  const measured = toMedia(file, { hash, ...size });
  byPath.set(measured.path, measured);
  return measured;
}

function toMedia(file: string, { hash, width, height }: RecordedMedia): Media {
  const name = path.basename(file).normalize('NFC');
  const size = width !== undefined && height !== undefined && { width, height };
  return { file, path: mediaPath(hash, name), hash, name, ...size };
}

/** Size as shown: a photo's orientation mark may swap width and height. Undefined for bytes that are no image. */
async function measureImage(bytes: Buffer): Promise<{ width: number; height: number } | undefined> {
  try {
    const { default: sharp } = await import('sharp');
    const { autoOrient } = await sharp(bytes).metadata();
    return { width: autoOrient.width, height: autoOrient.height };
  } catch {
    return undefined;
  }
}
