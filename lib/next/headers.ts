import { listHeaderRules } from '../site/response-headers';
import { listPublicPaths } from './public-paths';

/** The headers of every address as `next.config.ts` wants them, for hosts that answer requests themselves. */
export function listNextHeaders() {
  return listHeaderRules(listPublicPaths()).map(({ path, headers }) => ({
    source: toSource(path),
    headers: Object.entries(headers)
      // Next and its hosts say for every page how long it can be kept; what a rule for all addresses says would end that.
      .filter(([key]) => path !== '/*' || key !== 'Cache-Control')
      .map(([key, value]) => ({ key, value })),
  }));
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
