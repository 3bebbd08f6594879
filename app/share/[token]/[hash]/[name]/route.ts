import { readFile } from 'node:fs/promises';
import { mediaTypeOf } from '@/lib/markdown/media/media-type';
import { findSharedMedia } from '@/lib/share/shared-post';
import { decodeParam } from '@/lib/urls';

export const dynamic = 'force-dynamic';

/** A file of a shared draft, byte for byte, for as long as its link holds. */
export async function GET(_request: Request, { params }: RouteContext<'/share/[token]/[hash]/[name]'>) {
  const { token, hash, name } = await params;
  const media = await findSharedMedia(decodeParam(token), hash, decodeParam(name));
  const headers = { 'Cache-Control': 'private, no-store', 'X-Robots-Tag': 'noindex' };
  if (!media) return new Response('There is no such file.', { status: 404, headers });
  return new Response(await readFile(media.file), {
    headers: { ...headers, 'Content-Type': mediaTypeOf(media.name) },
  });
}
