import path from 'node:path';
import type { NextConfig } from 'next';
import { getCompileKey } from '../build/compile-key';
import { getContent, getContentFolder, loadContent } from '../content/posts';
import { getShareSecret } from '../share/token';
import { getBuildConstants } from './build-constants';
import { listNextHeaders } from './headers';
import { NATIVE_PACKAGES } from './native-packages';
import { writePostComponents } from './post-components';
import { toRedirects } from './redirects';

/** What `next build` and `next start` are told beside what stands in `next.config.ts`. Reads the whole content. */
export function toBuildSettings(): NextConfig {
  return {
    pageExtensions: ['tsx', 'ts'],
    serverExternalPackages: NATIVE_PACKAGES,
    turbopack: { resolveAlias: { '@post-components': writeVisibleComponents() } },
    env: getBuildConstants(),
    generateBuildId: getBuildId,
    // No page that is made on request sends its metadata late, with a script.
    htmlLimitedBots: /.*/,
    headers: async () => listNextHeaders(),
    async rewrites() {
      return {
        beforeFiles: [{ source: '/posts/:slug([^/]+)\\.md', destination: '/markdown/:slug' }],
      };
    },
    redirects: async () => toRedirects(getContent().redirects),
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

function writeVisibleComponents(): string {
  const { postsBySlug, pages, root } = getContent();
  // Posts that a link may show before readers know them.
  const drafts = getShareSecret() === undefined ? [] : [...loadContent('author').postsBySlug.values()];
  return writePostComponents(root, [...postsBySlug.values(), ...pages.values()], drafts);
}

/** Of the engine alone: a name that followed the content would change every page with each edit. */
function getBuildId(): string {
  return getCompileKey(getContent());
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
