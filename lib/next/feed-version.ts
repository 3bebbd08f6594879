import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { unchangedPath } from '../urls';

/** What programs ask for again and again: feeds, and the lists of everything. */
const ASKED_OFTEN = '(feed\\.xml|atom\\.xml|feed\\.json|sitemap\\.xml|llms\\.txt)';

/** Hosts that run each route by itself keep files near readers, and tell by themselves what has not changed. */
const IS_TOLD_BY_HOST = Boolean(process.env.VERCEL || process.env.NEXT_ADAPTER_PATH);

/**
 * Headers of what programs ask for again and again. The version follows the text and nothing else, so that a feed reader
 * need not fetch again what a further build left as it was. Next itself gives what route handlers answer no version.
 */
export function toFeedHeaders(text: string, type: string): Record<string, string> {
  if (IS_TOLD_BY_HOST || process.env.NODE_ENV !== 'production') return { 'Content-Type': type };
  const version = createHash('sha256').update(text).digest('hex').slice(0, 20);
  return { 'Content-Type': type, ETag: `W/"${version}"` };
}

/** For `next.config.ts`: where programs go that name the version they have. */
export function listVersionRewrites() {
  if (IS_TOLD_BY_HOST) return [];
  const has = [{ type: 'header' as const, key: 'if-none-match' }];
  return [{ source: `/:list*/:file${ASKED_OFTEN}`, has, destination: unchangedPath }];
}

interface KeptAnswer {
  readonly body: Buffer;
  readonly headers: Record<string, string>;
}

/**
 * What a build left in `distFolder` for a path that programs ask for again and again, with the headers it goes out with.
 * Undefined for any other path.
 */
export function readKeptAnswer(distFolder: string, pathname: string): KeptAnswer | undefined {
  if (!new RegExp(`/${ASKED_OFTEN}$`).test(pathname)) return undefined;
  const folder = path.join(/* turbopackIgnore: true */ process.cwd(), distFolder, 'server', 'app');
  try {
    const file = path.join(folder, decodeURIComponent(pathname));
    if (!file.startsWith(folder + path.sep)) return undefined;
    const { headers } = JSON.parse(readFileSync(`${file}.meta`, 'utf8')) as {
      headers: Record<string, string>;
    };
    return { body: readFileSync(`${file}.body`), headers };
  } catch {
    return undefined;
  }
}

/** Whether `If-None-Match` names a version, as section 13.1.2 of RFC 9110 compares them. */
export function isVersionKnown(ifNoneMatch: string, version: string): boolean {
  const toOpaque = (tag: string) => tag.trim().replace(/^W\//, '');
  const known = ifNoneMatch.split(',').map(toOpaque);
  return known.includes('*') || known.includes(toOpaque(version));
}
