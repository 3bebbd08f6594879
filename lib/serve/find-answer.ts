import type { AddressTable, Answer, Requested } from './address-table';
import { toRedirectKey } from './redirect-key';
import type { RequestTarget } from './request-target';

/** What the table has for a request. */
export type Found =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'redirect'; readonly location: string }
  | { readonly kind: 'requested'; readonly route: Requested }
  | { readonly kind: 'missing' }
  /** Its path cannot be decoded. */
  | { readonly kind: 'unreadable' };

export type Finder = (target: RequestTarget) => Found;

/**
 * Finds what answers a request: a finished file, else where an old address leads, else a route that renders on request. A
 * path that is nearly right (a slash too many, `.html`, another Unicode form) is redirected to the right one at once.
 */
export function createFinder(table: AddressTable): Finder {
  const answers = new Map(Object.entries({ ...table.earlier, ...table.answers }));
  const redirects = new Map(Object.entries(table.redirects));
  const requested = table.requested.map((route) => ({ route, pattern: new RegExp(route.pattern) }));
  return ({ encoded, decoded, search }) => {
    const answer = decoded !== undefined && answers.get(decoded);
    if (answer) return { kind: 'answer', answer };
    const path = collapseSlashes(encoded);
    const old = redirects.get(toRedirectKey(path));
    if (old !== undefined) return { kind: 'redirect', location: withSearch(old, search) };
    if (decoded === undefined) return { kind: 'unreadable' };
    const route = requested.find(({ pattern }) => path === encoded && pattern.test(encoded))?.route;
    if (route) return { kind: 'requested', route };
    const right = toCanonical(decoded);
    return right !== decoded && answers.has(right)
      ? { kind: 'redirect', location: encodePath(right) + search }
      : { kind: 'missing' };
  };
}

function withSearch(location: string, search: string): string {
  if (search === '') return location;
  const [path = '', fragment] = location.split('#', 2);
  const joined = path.includes('?') ? path + search.replace('?', '&') : path + search;
  return fragment === undefined ? joined : `${joined}#${fragment}`;
}

function toCanonical(decoded: string): string {
  const path = collapseSlashes(decoded.normalize('NFC')).replace(/(^\/|\/)index\.html$|\.html$/, '$1');
  return path === '/' ? path : path.replace(/\/$/, '');
}

function collapseSlashes(path: string): string {
  return path.replace(/\/{2,}/g, '/');
}

/** A path as a browser spells it; never the start of another host's address. */
function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
