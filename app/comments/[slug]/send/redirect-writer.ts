import { formatWriterCookie } from '@/lib/readers/writer-cookie';
import { commentsPath, getBasePath } from '@/lib/urls';
import type { Sent } from './sent';

/** To the page of comments, which says what became of what was sent; the browser is known there from now on. */
export function redirectWriter(
  { post, request, token }: Sent,
  query: Readonly<Record<string, string>>,
  place = 'write',
): Response {
  const base = getBasePath();
  const search = new URLSearchParams(query).toString();
  const isSecure =
    request.nextUrl.protocol === 'https:' || request.headers.get('x-forwarded-proto') === 'https';
  return new Response(null, {
    status: 303,
    headers: {
      Location: `${base}${commentsPath(post.slug)}${search && `?${search}`}#${place}`,
      'Set-Cookie': formatWriterCookie(token, { path: `${base}/comments`, isSecure }),
    },
  });
}
