import { isVersionKnown, readKeptAnswer } from '@/lib/next/feed-version';

export const dynamic = 'force-dynamic';

/** As Next says of what a build made. */
const FOR_CACHES = 's-maxage=31536000';

/** Answers programs that name the version they have of a feed: that it is still the latest, or with the latest. */
export function GET(request: Request) {
  // The address as it was asked for, not as it was rewritten.
  const answer = readKeptAnswer(process.env.DIST_DIR || '.next', new URL(request.url).pathname);
  if (!answer) return new Response('There is no such file.', { status: 404 });
  const { etag = '', 'content-type': type = '' } = answer.headers;
  const isKnown = isVersionKnown(request.headers.get('If-None-Match') ?? '', etag);
  const headers = { ETag: etag, 'Cache-Control': FOR_CACHES };
  if (isKnown) return new Response(null, { status: 304, headers });
  return new Response(new Uint8Array(answer.body), { headers: { ...headers, 'Content-Type': type } });
}
