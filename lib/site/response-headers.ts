/** Names and values, as they are sent. */
export type ResponseHeaders = Readonly<Record<string, string>>;

/** Headers of the addresses that match `path`: a `*` at the end is anything, elsewhere one segment. */
export interface HeaderRule {
  readonly path: string;
  readonly headers: ResponseHeaders;
}

/** For files that have a hash of their bytes in their address. */
export const IMMUTABLE = 'public, max-age=31536000, immutable';

/** For all others: kept, and asked about each time. */
export const REVALIDATE = 'public, max-age=0, must-revalidate';

/** Addresses below which every name changes with the bytes. */
export const IMMUTABLE_PATHS = ['/_next/static/*', '/media/*', '/cards/*', '/elements/*'];

/** Shown by pages of other sites too: feed readers in a browser, link previews. */
const SHOWN_ELSEWHERE = ['/media/*', '/cards/*', '/icon.svg', '/apple-icon.png'];

/** What an image, a font or a download beside a post may do when it is opened by itself: be seen. */
const SANDBOX =
  "sandbox; default-src 'none'; img-src 'self' data:; media-src 'self'; style-src 'unsafe-inline'";

/** A year. Sent over HTTPS alone (RFC 6797, 7.2); says nothing of other hosts below the same domain. */
export const STRICT_TRANSPORT_SECURITY = 'max-age=31536000';

/** For all that a reader may not find again: missing pages, errors. */
export const NEVER_STORED: ResponseHeaders = { 'Cache-Control': 'no-store' };

/** For what a link shows of a draft. */
export const SHARE_HEADERS: ResponseHeaders = {
  'Cache-Control': 'private, no-store',
  'X-Robots-Tag': 'noindex, nofollow, noarchive',
  'Referrer-Policy': 'no-referrer',
};

/** For what readers and moderators write. With `no-referrer` browsers would not say which site a form comes from. */
const READERS_HEADERS: ResponseHeaders = {
  'Cache-Control': 'private, no-store',
  'X-Robots-Tag': 'noindex, nofollow',
  'Referrer-Policy': 'same-origin',
};

/** For every answer. What a page may load is in the page itself (`lib/finish/csp.ts`). */
const EVERYWHERE: ResponseHeaders = {
  'Content-Security-Policy': "frame-ancestors 'self'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy':
    'accelerometer=(), browsing-topics=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), serial=(), usb=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/**
 * The headers of every address, for every target: the server, Vercel, and the files that static hosts read. Where several
 * rules fit, the last one decides on a header. `publicPaths` are the files and folders of `public`, as rules spell them.
 */
export function listHeaderRules(publicPaths: readonly string[] = []): HeaderRule[] {
  const each = (paths: readonly string[], headers: ResponseHeaders) =>
    paths.map((path) => ({ path, headers }));
  return [
    { path: '/*', headers: { ...EVERYWHERE, 'Cache-Control': REVALIDATE } },
    ...each([...IMMUTABLE_PATHS, '/search/*'], { 'Cache-Control': IMMUTABLE }),
    // It names the others, which have their hash in front.
    ...each(['/search/manifest'], { 'Cache-Control': REVALIDATE }),
    ...each([...SHOWN_ELSEWHERE, ...publicPaths], { 'Cross-Origin-Resource-Policy': 'cross-origin' }),
    ...each(['/media/*', '/share/*/*/*'], { 'Content-Security-Policy': SANDBOX }),
    ...each(['/share/*'], SHARE_HEADERS),
    ...each(
      ['/comments', '/moderate', '/by-mail'].flatMap((path) => [path, `${path}/*`]),
      READERS_HEADERS,
    ),
    ...each(['/webmention', '/api/reads'], READERS_HEADERS),
  ];
}

/** The headers of one address, a path with a `/` at its start. */
export function toResponseHeaders(rules: readonly HeaderRule[], address: string): Record<string, string> {
  const fitting = rules.filter(({ path }) => toPattern(path).test(address));
  return Object.assign({}, ...fitting.map(({ headers }) => headers));
}

function toPattern(path: string): RegExp {
  return new RegExp(toPathSource(path), 's');
}

/** A rule's path as the source of a regular expression for decoded paths, for JavaScript and PCRE. */
export function toPathSource(path: string): string {
  const source = path
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replace(/\*$/, '.*')
    .replace(/\/\*(?=\/)/g, '/[^/]+');
  return `^${source}$`;
}
