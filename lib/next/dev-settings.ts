import type { NextConfig } from 'next';
import { getContentFolder } from '../content/content-files';
import { listLiveRewrites } from '../dev/live-routes';
import { writeComponents } from '../dev/write-components';
import { NATIVE_PACKAGES } from './native-packages';

/** Nothing waits for these to be bundled. */
const LEFT_AS_THEY_ARE = [
  '@mdx-js/mdx',
  '@viz-js/viz',
  'entities',
  'github-slugger',
  'gray-matter',
  'hast-util-to-html',
  'hast-util-to-mdast',
  'htmlparser2',
  'magic-string',
  'mdast-util-gfm',
  'mdast-util-to-markdown',
  'rehype-raw',
  'remark-gfm',
  'remark-math',
  'temml',
  'unified',
  'unist-util-visit',
  'vfile',
  'yaml',
  'zod',
];

/**
 * The settings of `next dev` alone. The first page waits for all of this, so it reads the files and parses none: redirects
 * are looked up when an address is asked for (`app/live/show`).
 */
export function toDevSettings(): NextConfig {
  console.info(`Content: ${getContentFolder()}`);
  keepBundles();
  askForFirstPage();
  // Without reads: what an author reads is no reader's.
  process.env.READERS = 'moderate comments thanks mentions subscriptions';
  process.env.LANGUAGES = '1';
  return {
    // Files named `page.dev.tsx`, `route.dev.ts` and the like are routes in `next dev` and nothing in a build.
    // Those named `page.readers.tsx` are there, and say that nothing is where a blog has no readers who answer.
    pageExtensions: ['dev.tsx', 'dev.ts', 'readers.tsx', 'readers.ts', 'tsx', 'ts'],
    serverExternalPackages: [...NATIVE_PACKAGES, ...LEFT_AS_THEY_ARE],
    turbopack: { resolveAlias: { '@post-components': writeComponents() } },
    rewrites: async () => listLiveRewrites(),
    // What the server and its pages ask for by themselves.
    logging: { incomingRequests: { ignore: [/^\/live\b/, /^\/desk\/inspect\b/] } },
  };
}

/**
 * Has the bundler write what it made to the disk once it rests for a second (milliseconds), however little it was: the next
 * start takes a third less. Left to itself it waits for more work than a blog is, and writes nothing when it is stopped.
 * Read by Turbopack 16.4, described nowhere; another version may do without.
 */
function keepBundles(): void {
  process.env.TURBO_ENGINE_SNAPSHOT_MIN_ACTIVE_TIME_MILLIS ||= '1';
  process.env.TURBO_ENGINE_SNAPSHOT_IDLE_TIMEOUT_MILLIS ||= '1000';
}

/** What the first page needs is compiled before anybody asks for it, and starts all the rest (`start-authoring.ts`). */
function askForFirstPage(): void {
  const { PORT } = process.env;
  if (PORT === undefined) return;
  setTimeout(() => fetch(`http://localhost:${PORT}/live/show`).catch(() => undefined), 0);
}
