import path from 'node:path';
import { bundleScript } from '../bundles/bundle-script';
import { buildCsp } from '../finish/csp';
import { toCspSources } from '../finish/csp-sources';
import type { Site } from '../site/site';

/** What `next dev` itself needs: scripts and styles inside its pages, code evaluated for its messages, a socket. */
const FOR_NEXT = {
  'script-src': ["'unsafe-inline'", "'unsafe-eval'"],
  'style-src': ["'unsafe-inline'"],
  'style-src-attr': ["'unsafe-inline'"],
  'connect-src': ['ws:', 'wss:'],
} as const;

/** A build allows the hosts that a page shows something from, and no others; here nobody has read the page yet. */
const SHOWN = ['https:', 'http:'];

/**
 * The Content-Security-Policy of pages in development: as strict as that of published ones wherever `next dev` can
 * work with it, so that what would be refused there is refused here. Undefined where pages are published without one.
 */
export function buildDevCsp(site: Site): string | undefined {
  if (!site.finishPages) return undefined;
  const own = toCspSources(site);
  return buildCsp([], {
    'script-src': [...FOR_NEXT['script-src'], ...(own['script-src'] ?? [])],
    'style-src': FOR_NEXT['style-src'],
    'style-src-attr': FOR_NEXT['style-src-attr'],
    'connect-src': [...FOR_NEXT['connect-src'], ...(own['connect-src'] ?? [])],
    'img-src': SHOWN,
    'media-src': SHOWN,
    'frame-src': SHOWN,
  });
}

/** Read by its path, never imported: it runs in browsers. */
const SCRIPT = path.resolve('components/dev/policy-remedies.ts');

/** The script that writes into the browser's console what to do about something that the policy refused. */
export function getPolicyScript(): string {
  return bundleScript({ entryPoints: [SCRIPT] });
}
