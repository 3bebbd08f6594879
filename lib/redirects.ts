import type { Redirect } from './content/content-index';

/** Permanent redirects (308) as `next.config.ts` wants them, for addresses as authors write them. */
export function toRedirects(redirects: readonly Redirect[]) {
  return redirects.map(({ from, to }) => ({ source: toSource(from), destination: to, permanent: true }));
}

/** The path as a browser asks for it, with the signs escaped that mean something in a route pattern. */
function toSource(path: string): string {
  const { pathname } = new URL(path.normalize('NFC'), 'http://localhost');
  return pathname.replace(/[:*+?(){}]/g, '\\$&');
}
