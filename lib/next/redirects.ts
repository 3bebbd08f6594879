import type { Redirect } from '../content/content-index';

/** Permanent redirects (308) as `next.config.ts` wants them, for addresses as authors write them. */
export function toRedirects(redirects: readonly Redirect[]) {
  return redirects.map(({ from, to }) => ({ source: toSource(from), destination: to, permanent: true }));
}

/** Where a path leads that is no longer the address of anything, as `toRedirects` has it; undefined where nowhere. */
export function findRedirect(redirects: readonly Redirect[], path: string): string | undefined {
  const asked = toRequestPath(path).toLowerCase();
  return redirects.find(({ from }) => toRequestPath(from).toLowerCase() === asked)?.to;
}

/** With the characters escaped that mean something in a route pattern. */
function toSource(path: string): string {
  return toRequestPath(path).replace(/[:*+?(){}]/g, '\\$&');
}

/** The path as a browser asks for it. */
function toRequestPath(path: string): string {
  return new URL(path.normalize('NFC'), 'http://localhost').pathname;
}
