import type { NextConfig } from 'next';
import { getContent, getContentFolder } from './lib/content/posts';
import { toRedirects } from './lib/redirects';

const config: NextConfig = {
  agentRules: false,
  poweredByHeader: false,
  reactStrictMode: true,
  distDir: process.env.DIST_DIR || '.next',
  serverExternalPackages: ['esbuild', 'sharp', 'shiki'],
  // `npm test` and the editor check types; a build is for content.
  typescript: { ignoreBuildErrors: true },
  images: { unoptimized: true },
  async headers() {
    return [
      {
        source: '/media/:path*',
        headers: [{ key: 'Cache-Control', value: 'public, max-age=31536000, immutable' }],
      },
    ];
  },
  async redirects() {
    return toRedirects(getContent().redirects);
  },
  outputFileTracingExcludes: { '/*': ['./.next/cache/**', './e2e/**', './test-results/**'] },
};

if (process.env.NODE_ENV !== 'production') {
  console.info(`Content: ${getContentFolder()}`);
}

export default config;
