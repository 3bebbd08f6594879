import { listHeaderRules } from '../site/response-headers';
import { listPublicPaths } from './public-paths';

/** Next and its hosts say themselves how long pages and its own files can be kept. */
const LEFT_TO_NEXT = ['/*', '/_next/static/*'];

/** The headers of every address as `next.config.ts` wants them, for hosts that answer requests themselves. */
export function listNextHeaders() {
  const rules = listHeaderRules(listPublicPaths()).map(({ path, headers }) => ({
    source: toSource(path),
    headers: Object.entries(headers)
      .filter(([key]) => key !== 'Cache-Control' || !LEFT_TO_NEXT.includes(path))
      .map(([key, value]) => ({ key, value })),
  }));
  return rules.filter(({ headers }) => headers.length > 0);
}

/** A rule's path as a pattern of `path-to-regexp`. */
export function toSource(path: string): string {
  let count = 0;
  return encodeURI(path)
    .replace(/[:+?(){}]/g, '\\$&')
    .replace(/\*(.)?/g, (_, next?: string) => {
      count += 1;
      return next === undefined ? `:part${count}(.*)` : `:part${count}${next}`;
    });
}
