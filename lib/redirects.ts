import type { Redirect } from './content/content-index';

/** Permanent redirects (308) as `next.config.ts` wants them, for addresses as authors write them. */
export function toRedirects(redirects: readonly Redirect[]) {
  return redirects.map(({ from, to }) => ({ source: toSource(from), destination: to, permanent: true }));
}

/** Signs that mean something in a route pattern are escaped; other scripts are percent-encoded as requests are. */
function toSource(path: string): string {
  return encodeURI(decodeURI(path)).replace(/[:*+?(){}|[\]^$!]/g, '\\$&');
}
