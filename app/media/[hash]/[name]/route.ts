import { readFile } from 'node:fs/promises';
import { readFontFiles } from '@/lib/fonts/font-files';
import { findMedia } from '@/lib/markdown/media/media';
import { listMedia, listVariants } from '@/lib/markdown/media/media-list';
import { mediaTypeOf } from '@/lib/markdown/media/media-type';
import { findVariant, readVariant } from '@/lib/markdown/media/variants';
import { getStaticParams } from '@/lib/next/static-params';
import { decodeParam, mediaPath } from '@/lib/urls';
import { getIndex } from '@/lib/views/current-index';
import { findVariants } from '@/lib/views/pictures';

export const dynamic = 'force-static';
export const dynamicParams = false;

export const generateStaticParams = () => getStaticParams('/media/[hash]/[name]');

/** A file beside a post, byte for byte, a variant of an image, or a font. */
export async function GET(_request: Request, { params }: RouteContext<'/media/[hash]/[name]'>) {
  const { hash, name } = await params;
  const path = mediaPath(hash, decodeParam(name));
  const bytes = await readMedia(path);
  if (!bytes) return new Response('There is no such file.', { status: 404 });
  return new Response(new Uint8Array(bytes), { headers: { 'Content-Type': mediaTypeOf(path) } });
}

async function readMedia(path: string): Promise<Buffer | undefined> {
  const variant = findVariant(path);
  if (variant) return readVariant(variant);
  const known = findMedia(path);
  if (known) return readFile(known.file);
  const index = getIndex();
  const font = readFontFiles(index.site, index.root).files.find((file) => file.path === path);
  if (font) return font.bytes;
  const media = (await listMedia(index)).get(path);
  if (media) return readFile(media.file);
  const listed = findVariants && (await listVariants(index)).get(path);
  return listed && readVariant(listed);
}
