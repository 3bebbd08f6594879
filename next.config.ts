import path from 'node:path';
import type { NextConfig } from 'next';
import { getContent, getContentFolder, getSite, getToday, loadContent } from './lib/content/posts';
import { listLiveRewrites } from './lib/dev/live-routes';
import { getElementsBundle } from './lib/elements-bundle';
import { formatSiteStyle } from './lib/faces/site-style';
import { listVersionRewrites } from './lib/feed-version';
import { buildNearestScript } from './lib/nearest-script';
import { writePostComponents } from './lib/post-components';
import { toBuildId } from './lib/publish/build-id';
import { IMMUTABLE, IMMUTABLE_FOLDERS } from './lib/publish/immutable';
import { toRedirects } from './lib/redirects';
import { getShareSecret } from './lib/share/token';

/** What has files beside its code that a bundle would lose. */
const NATIVE = ['esbuild', 'harfbuzzjs', 'sharp', 'shiki'];

/** In development nothing waits for these to be bundled. */
const LEFT_AS_THEY_ARE = [
  '@mdx-js/mdx',
  '@viz-js/viz',
  'github-slugger',
  'gray-matter',
  'hast-util-to-html',
  'hast-util-to-mdast',
  'mdast-util-gfm',
  'mdast-util-to-markdown',
  'parse5',
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

const config: NextConfig = {
  agentRules: false,
  poweredByHeader: false,
  // It would stand on the author's bar; errors are shown without it.
  devIndicators: false,
  reactStrictMode: true,
  // Files named `page.dev.tsx`, `route.dev.ts` and the like are routes in `next dev` and nothing in a build.
  pageExtensions: process.env.NODE_ENV === 'production' ? ['tsx', 'ts'] : ['dev.tsx', 'dev.ts', 'tsx', 'ts'],
  distDir: process.env.DIST_DIR || '.next',
  serverExternalPackages: process.env.NODE_ENV === 'production' ? NATIVE : [...NATIVE, ...LEFT_AS_THEY_ARE],
  turbopack: { resolveAlias: { '@post-components': writePostComponents(getContent(), listSharable()) } },
  // Pages rendered where the sources are not find the scripts all the same; in development these change.
  env: process.env.NODE_ENV === 'production' ? getBuildConstants() : {},
  // `npm test` and the editor check types; a build is for content.
  typescript: { ignoreBuildErrors: true },
  images: { unoptimized: true },
  generateBuildId: getBuildId,
  async headers() {
    // In development nothing is kept: the script of the pages has one name, whatever it holds.
    if (process.env.NODE_ENV !== 'production') return [];
    const forever = [{ key: 'Cache-Control', value: IMMUTABLE }];
    return [
      ...IMMUTABLE_FOLDERS.map((folder) => ({ source: `/${folder}/:path*`, headers: forever })),
      { source: '/search/:piece([0-9a-f]{10}-.+)', headers: forever },
    ];
  },
  async rewrites() {
    if (process.env.NODE_ENV !== 'production') return listLiveRewrites();
    return {
      beforeFiles: [
        { source: '/posts/:slug([^/]+)\\.md', destination: '/markdown/:slug' },
        ...listVersionRewrites(),
      ],
    };
  },
  async redirects() {
    return toRedirects(getContent().redirects);
  },
  outputFileTracingIncludes: {
    '/share/**': listShareFiles(),
    // Cards that no build drew are drawn where the site runs.
    '/cards/*': [...listShareFiles(), './app/fonts/*.ttf', './node_modules/harfbuzzjs/**/*'],
  },
  outputFileTracingExcludes: {
    '/*': ['./.next/cache/**', './e2e/**', './test-results/**', './lib/**/fixtures/**', './lib/**/*.test.ts'],
  },
};

/** Written into what is built: where pages are made on request, the sources are not. */
function getBuildConstants() {
  return {
    ELEMENTS_PATH: getElementsBundle().path,
    NEAREST_SCRIPT: buildNearestScript(),
    SITE_STYLE: formatSiteStyle(getSite(), getContentFolder()),
  };
}

function getBuildId(): string {
  return toBuildId(getContentFolder(), getToday(getSite().timeZone));
}

/** Posts that a link may show before readers know them. */
function listSharable() {
  return getShareSecret() === undefined ? [] : [...loadContent('author').postsBySlug.values()];
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

if (process.env.NODE_ENV !== 'production') {
  console.info(`Content: ${getContentFolder()}`);
}

export default config;
