import path from 'node:path';
import type { NextConfig } from 'next';
import { getContent, getContentFolder, getSite, getToday } from './lib/content/posts';
import { getElementsBundle } from './lib/elements-bundle';
import { writePostComponents } from './lib/post-components';
import { toBuildId } from './lib/publish/build-id';
import { toRedirects } from './lib/redirects';

const config: NextConfig = {
  agentRules: false,
  poweredByHeader: false,
  reactStrictMode: true,
  // Files named `page.dev.tsx`, `route.dev.ts` and the like are routes in `next dev` and nothing in a build.
  pageExtensions: process.env.NODE_ENV === 'production' ? ['tsx', 'ts'] : ['dev.tsx', 'dev.ts', 'tsx', 'ts'],
  distDir: process.env.DIST_DIR || '.next',
  serverExternalPackages: ['esbuild', 'harfbuzzjs', 'sharp', 'shiki'],
  turbopack: { resolveAlias: { '@post-components': writePostComponents(getContent()) } },
  // Pages rendered where the sources are not find the script all the same; in development it changes.
  env: process.env.NODE_ENV === 'production' ? { ELEMENTS_PATH: getElementsBundle().path } : {},
  // `npm test` and the editor check types; a build is for content.
  typescript: { ignoreBuildErrors: true },
  images: { unoptimized: true },
  generateBuildId: () => toBuildId(getContentFolder(), getToday(getSite().timeZone)),
  async headers() {
    const forever = [{ key: 'Cache-Control', value: 'public, max-age=31536000, immutable' }];
    return [
      { source: '/media/:path*', headers: forever },
      { source: '/cards/:file', headers: forever },
      { source: '/elements/:name', headers: forever },
      { source: '/search/:piece([0-9a-f]{10}-.+)', headers: forever },
    ];
  },
  async rewrites() {
    return { beforeFiles: [{ source: '/posts/:slug([^/]+)\\.md', destination: '/markdown/:slug' }] };
  },
  async redirects() {
    return toRedirects(getContent().redirects);
  },
  outputFileTracingIncludes: {
    '/share/**': listShareFiles(),
    // Cards that no build drew are drawn where the site runs.
    '/cards/*': [...listShareFiles(), './app/fonts/*.ttf', './node_modules/harfbuzzjs/**/*'],
  },
  outputFileTracingExcludes: { '/*': ['./.next/cache/**', './e2e/**', './test-results/**'] },
};

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

if (process.env.NODE_ENV !== 'production') {
  console.info(`Content: ${getContentFolder()}`);
}

export default config;
