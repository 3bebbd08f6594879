import { statSync } from 'node:fs';
import path from 'node:path';
import type { BuildOptions } from 'esbuild';
import { createProcessCache } from '../cache/process-cache';
import { loadEsbuild } from '../site/load-esbuild';
import { getBasePath } from '../urls';

/**
 * A script or style sheet for browsers with all it imports, minified. Made once for the same options and sources.
 * Throws where the sources are not there.
 */
export function bundleScript(options: BuildOptions): string {
  const define = {
    BASE_PATH: JSON.stringify(getBasePath()),
    HAS_SECTIONS: String(Boolean(process.env.LANGUAGES)),
    HAS_COMMENTS: String(hasReaderPart('comments')),
    HAS_THANKS: String(hasReaderPart('thanks')),
    HAS_READS: String(hasReaderPart('reads')),
    ...options.define,
  };
  const key = JSON.stringify({ ...options, define });
  const known = cache.get(key);
  if (known && (process.env.NODE_ENV === 'production' || known.stamp === toStamp(known.sources)))
    return known.code;
  const { outputFiles, metafile } = loadEsbuild().buildSync({
    bundle: true,
    minify: true,
    charset: 'utf8',
    format: 'iife',
    target: 'es2022',
    legalComments: 'none',
    tsconfig: path.resolve('tsconfig.json'),
    ...options,
    define,
    metafile: true,
    write: false,
  });
  const code = outputFiles
    .map(({ text }) => text)
    .join('')
    .trim();
  const sources = Object.keys(metafile.inputs);
  cache.set(key, { code, sources, stamp: toStamp(sources) });
  return code;
}

function hasReaderPart(name: string): boolean {
  return process.env.READERS?.split(' ').includes(name) ?? false;
}

interface Bundle {
  readonly code: string;
  readonly sources: readonly string[];
  /** Times of the last changes of the sources. */
  readonly stamp: string;
}

const cache = createProcessCache<string, Bundle>('scripts for browsers');

function toStamp(sources: readonly string[]): string {
  return sources.map((file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs).join();
}
