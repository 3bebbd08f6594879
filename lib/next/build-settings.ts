import path from 'node:path';
import type { NextConfig } from 'next';
import { getContentFolder } from '../content/content-files';
import { listNextHeaders } from './headers';
import { NATIVE_PACKAGES } from './native-packages';
import { getNextInputs } from './next-inputs';

/** The settings of `next build` and `next start`, beside those in `next.config.ts`. */
export function toBuildSettings(): NextConfig {
  const { postComponents, constants, buildId, redirects } = getNextInputs();
  return {
    pageExtensions: ['tsx', 'ts'],
    serverExternalPackages: NATIVE_PACKAGES,
    turbopack: { resolveAlias: { '@post-components': postComponents } },
    env: constants,
    generateBuildId: () => buildId,
    // No page that is made on request sends its metadata late, with a script.
    htmlLimitedBots: /.*/,
    headers: async () => listNextHeaders(),
    async rewrites() {
      return {
        beforeFiles: [{ source: '/posts/:slug([^/]+)\\.md', destination: '/markdown/:slug' }],
      };
    },
    redirects: async () => redirects,
    outputFileTracingIncludes: {
      '/share/**': listShareFiles(),
      // Cards that no build drew are drawn where the site runs.
      '/cards/*': [...listShareFiles(), './app/_shared/fonts/*.ttf', './node_modules/harfbuzzjs/**/*'],
    },
    outputFileTracingExcludes: {
      '/*': [
        './.next/cache/**',
        './e2e/**',
        './test-results/**',
        './lib/**/fixtures/**',
        './lib/**/*.test.ts',
      ],
    },
  };
}

/** What rendering a shared draft reads while the site runs, and no import names. */
function listShareFiles(): string[] {
  const content = path.relative(process.cwd(), getContentFolder()).split(path.sep).join('/');
  // A trace cannot name what lies outside the project.
  const isOutside = content.startsWith('..') || path.isAbsolute(content);
  return [
    ...(isOutside ? [] : [`./${content}/**/*`]),
    './node_modules/esbuild/**/*',
    './node_modules/@esbuild/*/**/*',
    './node_modules/shiki/**/*',
    './node_modules/@shikijs/**/*',
    './node_modules/sharp/**/*',
    './node_modules/@img/*/**/*',
  ];
}
