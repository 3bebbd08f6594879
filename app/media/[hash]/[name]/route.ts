import { readFile } from 'node:fs/promises';
import { getContent } from '@/lib/content/posts';
import { findMedia } from '@/lib/markdown/media';
import { listMedia } from '@/lib/markdown/media-list';
import { mediaTypeOf } from '@/lib/markdown/media-type';
import { decodeParam, mediaPath } from '@/lib/urls';

export const dynamic = 'force-static';
export const dynamicParams = false;

export async function generateStaticParams() {
  const media = await listMedia(getContent());
  return [...media.values()].map(({ hash, name }) => ({ hash, name }));
}

/** A file beside a post, byte for byte. */
export async function GET(_request: Request, { params }: RouteContext<'/media/[hash]/[name]'>) {
  const { hash, name } = await params;
  const path = mediaPath(hash, decodeParam(name));
  const media = findMedia(path) ?? (await listMedia(getContent())).get(path);
  if (!media) return new Response('There is no such file.', { status: 404 });
  return new Response(await readFile(media.file), { headers: { 'Content-Type': mediaTypeOf(media.name) } });
}
