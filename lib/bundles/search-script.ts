import { createHash } from 'node:crypto';
import path from 'node:path';
import { elementsPath } from '../urls';
import { bundleScript } from './bundle-script';

export interface SearchScript {
  readonly name: string;
  readonly path: string;
  readonly code: string;
}

/** Read by their paths, never imported: what runs in browsers stays apart from what builds pages. */
const SOURCE = path.resolve('app/_shared/scripts/search.ts');
const STYLES = path.resolve('components/styles/search.css');

/**
 * The module that searches, with its style sheet in it, minified, under a name that changes with its contents. Pages
 * load it when a reader first asks for the search.
 */
export function getSearchScript(): SearchScript {
  const styles = bundleScript({ entryPoints: [STYLES], external: ['*'] });
  const code = bundleScript({
    entryPoints: [SOURCE],
    format: 'esm',
    define: { SEARCH_STYLES: JSON.stringify(styles) },
  });
  const hash = createHash('sha256').update(code).digest('hex').slice(0, 12);
  const path = elementsPath(hash);
  return { name: path.slice(path.lastIndexOf('/') + 1), path, code };
}
