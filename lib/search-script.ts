import { createHash } from 'node:crypto';
import path from 'node:path';
import { type BuildOptions, buildSync } from 'esbuild';
import { elementsPath } from './urls';

export interface SearchScript {
  readonly name: string;
  readonly path: string;
  readonly code: string;
}

/** Read by their paths, never imported: what runs in browsers stays apart from what builds pages. */
const SOURCE = path.resolve('app/elements/search-script.ts');
const STYLES = path.resolve('components/styles/search.css');

let built: SearchScript | undefined;

/**
 * The module that searches, with its style sheet in it, minified, under a name that changes with its contents. Pages
 * load it when a reader first asks for the search. Production builds it once in each process.
 */
export function getSearchScript(): SearchScript {
  if (built && process.env.NODE_ENV === 'production') return built;
  const styles = bundle({ entryPoints: [STYLES], external: ['*'] });
  const code = bundle({
    entryPoints: [SOURCE],
    format: 'esm',
    define: { SEARCH_STYLES: JSON.stringify(styles) },
  });
  const hash = createHash('sha256').update(code).digest('hex').slice(0, 12);
  const path = elementsPath(hash);
  built = { name: path.slice(path.lastIndexOf('/') + 1), path, code };
  return built;
}

function bundle(options: BuildOptions): string {
  const { outputFiles } = buildSync({
    bundle: true,
    minify: true,
    charset: 'utf8',
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
