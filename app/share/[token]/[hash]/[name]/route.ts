import { readFile } from 'node:fs/promises';
import { mediaTypeOf } from '@/lib/markdown/media/media-type';
import { findSharedMedia, getSharedPost, isPublished } from '@/lib/share/shared-post';
import { decodeParam, getBasePath, mediaPath } from '@/lib/urls';

export const dynamic = 'force-dynamic';

/** A file of a shared draft, byte for byte, for as long as its link holds. */
export async function GET(_request: Request, { params }: RouteContext<'/share/[token]/[hash]/[name]'>) {
  const { token, hash, name } = await params;
  const headers = { 'Cache-Control': 'private, no-store', 'X-Robots-Tag': 'noindex' };
  const shared = getSharedPost(decodeParam(token));
  // A page that is still open asks for it.
  if (shared && isPublished(shared)) {
    const Location = getBasePath() + mediaPath(hash, decodeParam(name));
    return new Response(null, { status: 307, headers: { ...headers, Location } });
  }
  const media = shared && (await findSharedMedia(shared, hash, decodeParam(name)));
  if (!media) return new Response('There is no such file.', { status: 404, headers });
  return new Response(await readFile(media.file), {
    headers: { ...headers, 'Content-Type': mediaTypeOf(media.name) },
  });
}
