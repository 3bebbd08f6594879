import { type NextRequest, NextResponse } from 'next/server';
import { SPECULATION_RULES } from './app/speculation-rules';
import { APPLY_THEME } from './app/theme-script';
import { buildShareCsp } from './lib/share/csp';

export const config = { matcher: '/share/:path*' };

/**
 * Stands before shared drafts only. They are rendered on request, so that the finishing of pages after a build does
 * not reach them: their policy comes with the answer, and Next puts its nonce on its own scripts.
 */
export function proxy(request: NextRequest) {
  const headers = new Headers(request.headers);
  const policy =
    process.env.NODE_ENV === 'production' ? buildShareCsp([APPLY_THEME, SPECULATION_RULES]) : undefined;
  if (policy !== undefined) headers.set('Content-Security-Policy', policy);
  const response = NextResponse.next({ request: { headers } });
  if (policy !== undefined) response.headers.set('Content-Security-Policy', policy);
  response.headers.set('Cache-Control', 'private, no-store');
  response.headers.set('X-Robots-Tag', 'noindex, nofollow, noarchive');
  response.headers.set('Referrer-Policy', 'no-referrer');
  return response;
}
