import path from 'node:path';
import { type BuildOptions, buildSync } from 'esbuild';

/** A script or style sheet for browsers with all it imports, minified. Throws where the sources are not there. */
export function bundleScript(options: BuildOptions): string {
  const { outputFiles } = buildSync({
    bundle: true,
    minify: true,
    charset: 'utf8',
    format: 'iife',
    target: 'es2022',
    legalComments: 'none',
    tsconfig: path.resolve('tsconfig.json'),
    ...options,
    write: false,
  });
  return outputFiles
    .map(({ text }) => text)
    .join('')
    .trim();
}
