import { unchangedPath } from './urls';

/** What programs ask for again and again: feeds, and the lists of everything. */
const ASKED_OFTEN = '/:list*/:file(feed\\.xml|atom\\.xml|feed\\.json|sitemap\\.xml|llms\\.txt)';

/**
 * Rules of `next.config.ts` that spare feed readers what they have (section 8.8.3 of RFC 9110): Next gives what route
 * handlers answer no ETag. Each build names its files anew. Hosts that keep files near readers do this themselves.
 */
export function toVersionRules(version: string) {
  return {
    headers: [{ source: ASKED_OFTEN, headers: [{ key: 'ETag', value: `W/"${version}"` }] }],
    rewrites: [
      {
        source: ASKED_OFTEN,
        has: [{ type: 'header' as const, key: 'if-none-match', value: `.*"${version}".*` }],
        destination: unchangedPath,
      },
    ],
  };
}
