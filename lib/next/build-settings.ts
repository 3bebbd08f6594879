import os from 'node:os';
import type { NextConfig } from 'next';
import { findForgetfulHost } from '../readers/forgetful-host';
import { listBaseRewrites, moveRedirects, moveSources } from './base-path';
import { listNextHeaders } from './headers';
import { listMarkdownRewrites, NEGOTIATED } from './markdown-rewrites';
import { NATIVE_PACKAGES } from './native-packages';
import { type NextInputs, readNextInputs } from './next-inputs';

/** The settings of `next build` and `next start`, beside those in `next.config.ts`. */
export function toBuildSettings(): NextConfig {
  const { postComponents, constants, buildId, redirects, base } = readNextInputs() ?? collectInputs();
  return {
    // Files named `page.readers.tsx` and the like are routes where readers can answer, `page.languages.tsx` where there are sections.
    pageExtensions: [
      ...(process.env.READERS ? ['readers.tsx', 'readers.ts'] : []),
      ...(process.env.LANGUAGES ? ['languages.tsx', 'languages.ts'] : []),
      'tsx',
      'ts',
    ],
    serverExternalPackages: [...NATIVE_PACKAGES, ...COMPILING_PACKAGES],
    // Every page is made once, and servers read what was made from the disk.
    cacheMaxMemorySize: 0,
    turbopack: {
      resolveAlias: {
        '@post-components': postComponents,
        './collect-segment-data': './lib/next/skip-segments.ts',
      },
    },
    env: constants,
    generateBuildId: () => buildId,
    experimental: {
      // Of 1,000 posts 65 instead of 78 seconds: it renders each page once more to find out what to inline.
      prefetchInlining: false,
      // A tenth of the bundler's work, and half of what it writes: `next dev` shows where an error is.
      turbopackSourceMaps: false,
      ...(isWholeBuild() && { cpus: countWorkers() }),
    },
    // No page that is made on request sends its metadata late, with a script.
    htmlLimitedBots: /.*/,
    // Its own files alone: pages are moved below the path when they are finished, and the server takes it from what it is asked.
    ...(base !== '' && { assetPrefix: base }),
    headers: async () => {
      const headers = [...listNextHeaders(), NEGOTIATED];
      return [...headers, ...moveSources(headers, base)];
    },
    async rewrites() {
      return {
        beforeFiles: [
          ...(base === '' ? [] : listMarkdownRewrites(base)),
          ...listBaseRewrites(base),
          ...listMarkdownRewrites(''),
        ],
      };
    },
    redirects: async () => [...redirects, ...moveRedirects(redirects, base)],
    outputFileTracingIncludes: {
      // Cards that no build drew are drawn where the site runs.
      '/cards/*': ['sharp', '@img/*', 'harfbuzzjs']
        .map((name) => `./node_modules/${name}/**/*`)
        .concat('./app/_shared/fonts/*.ttf'),
    },
    outputFileTracingExcludes: {
      '/*': [
        './.next/cache/**',
        './e2e/**',
        './test-results/**',
        './lib/**/fixtures/**',
        './lib/**/*.test.ts',
      ],
      ...Object.fromEntries(READERS_ROUTES.map((route) => [route, listNotNeeded(route)])),
    },
  };
}

/** What draws graphs and formulas of texts: functions that carry texts compiled leave it out. */
const COMPILING_PACKAGES = ['@viz-js/viz', 'temml'];

/** Loaded where no build wrote them: it takes the whole content and half a second, in each process of Next. */
function collectInputs(): NextInputs {
  const { collectNextInputs } = require('./collect-inputs') as typeof import('./collect-inputs');
  return collectNextInputs();
}

/** Each worker takes half a second of processor time to start, which a few pages do not need. */
function isWholeBuild(): boolean {
  return process.env.GENERATE_LIST === undefined;
}

/**
 * Next gives each worker as many outputs in a row, and a row of posts takes longer than one of cards: with one more than
 * there are processors none of them waits long. 2,962 outputs on two processors: one worker 65 s and 0.9 GiB, two 56 s and
 * 1.1 GiB, three 48 s and 1.7 GiB. A few outputs are there before another worker has started.
 */
function countWorkers(): number {
  const byMemory = Math.floor(os.freemem() / BYTES_OF_WORKER);
  const { GENERATE_COUNT = 'Infinity' } = process.env;
  const byOutputs = Math.ceil(Number(GENERATE_COUNT) / OUTPUTS_OF_WORKER);
  return Math.max(1, Math.min(os.availableParallelism() + 1, byMemory, byOutputs));
}

const BYTES_OF_WORKER = 2 ** 30;
const OUTPUTS_OF_WORKER = 60;

/** Routes where readers answer, and all below them. */
const READERS_ROUTES = ['/api', '/by-mail', '/comments', '/moderate', '/webmention'];

/** What imports name and routes of readers do not load: what compiles texts, measures pictures, and keeps a database in a file. */
function listNotNeeded(route: string): string[] {
  return [
    ...['esbuild', '@esbuild/*', 'sharp', '@img/*', ...COMPILING_PACKAGES],
    // Code in comments is coloured.
    route === '/comments' ? '@shikijs/themes' : '@shikijs/{langs,themes}',
    ...(findForgetfulHost(process.env) ? ['libsql', '@libsql/linux-*'] : []),
  ].map((name) => `./node_modules/${name}/**/*`);
}
