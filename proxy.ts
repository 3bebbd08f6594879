import { type NextRequest, NextResponse } from 'next/server';

export const config = {
  matcher: [
    '/share/:path*',
    // Addresses that are no percent-encoded UTF-8, for which Next itself answers 500. It reads this without running it.
    '/((?!(?:[^%]|%[0-7][0-9a-fA-F]|%(?:[cC][2-9a-fA-F]|[dD][0-9a-fA-F])%[89abAB][0-9a-fA-F]|%(?:[eE](?:0%[abAB][0-9a-fA-F]|[1-9a-cefA-CEF]%[89abAB][0-9a-fA-F]|[dD]%[89][0-9a-fA-F])|[fF](?:0%[9abAB][0-9a-fA-F]|[1-3]%[89abAB][0-9a-fA-F]|4%8[0-9a-fA-F])%[89abAB][0-9a-fA-F])%[89abAB][0-9a-fA-F])*$).*)',
  ],
};

/**
 * Stands before addresses that cannot be read, and before shared drafts: whoever holds a link sees one, and nobody keeps
 * it.
 */
export function proxy(request: NextRequest) {
  const { pathname } = request.nextUrl;
  if (!isReadable(pathname)) return new NextResponse('This address cannot be read.', { status: 400 });
  // Hosts differ in which form of an address they compare with the patterns above.
  if (!pathname.startsWith('/share/')) return NextResponse.next();
  const response = NextResponse.next();
  response.headers.set('Cache-Control', 'private, no-store');
  response.headers.set('X-Robots-Tag', 'noindex, nofollow, noarchive');
  response.headers.set('Referrer-Policy', 'no-referrer');
  return response;
}

function isReadable(pathname: string): boolean {
  try {
    return decodeURIComponent(pathname) !== '';
  } catch {
    return false;
  }
}
