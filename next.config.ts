import type { NextConfig } from 'next';
import { toDevSettings } from './lib/next/dev-settings';

/** Loaded by a build alone: it reads the whole content, for which the first page of `next dev` would wait. */
const loadBuildSettings = () =>
  require('./lib/next/build-settings') as typeof import('./lib/next/build-settings');

const config: NextConfig = {
  agentRules: false,
  poweredByHeader: false,
  // It would stand on the author's bar; errors are shown without it.
  devIndicators: false,
  reactStrictMode: true,
  // `npm run build` says where Next builds, and `npm start` what it serves.
  distDir: process.env.BUILD_FOLDER || process.env.DIST_DIR || '.next',
  // `npm test` and the editor check types; a build is for content.
  typescript: { ignoreBuildErrors: true },
  images: { unoptimized: true },
  ...(process.env.NODE_ENV === 'production' ? loadBuildSettings().toBuildSettings() : toDevSettings()),
};

export default config;
