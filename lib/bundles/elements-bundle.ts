import { createHash } from 'node:crypto';
import path from 'node:path';
import { elementsPath, getBasePath } from '../urls';
import { bundleScript } from './bundle-script';
import { getSearchScript } from './search-script';

export interface ElementsBundle {
  readonly name: string;
  readonly path: string;
  readonly code: string;
}

/** Read by its path, never imported: what runs in browsers stays apart from what builds pages. */
const SOURCE = path.resolve('components/elements/index.ts');

/**
 * The script of the custom elements, minified, under a name that changes with its contents. Throws where the
 * sources are not there.
 */
export function getElementsBundle(): ElementsBundle {
  const code = bundleScript({
    entryPoints: [SOURCE],
    define: { SEARCH_SCRIPT: JSON.stringify(getBasePath() + getSearchScript().path) },
    external: [getBasePath() + elementsPath('*')],
    // A plain script that imports: as `iife` it would carry helpers for loaders that browsers do not have.
    format: 'esm',
    banner: { js: '(()=>{"use strict";' },
    footer: { js: '})()' },
  });
  const hash = createHash('sha256').update(code).digest('hex').slice(0, 12);
  const path = elementsPath(hash);
  return { name: path.slice(path.lastIndexOf('/') + 1), path, code };
}

/** The address of the script in development, whatever it holds: no page waits for it to be bundled. */
export const LATEST_ELEMENTS = 'latest';

/** Where pages find the script. A build writes it into the server's code, since a deployed server has no sources. */
export function getElementsPath(): string {
  if (process.env.NODE_ENV !== 'production') return elementsPath(LATEST_ELEMENTS);
  return process.env.ELEMENTS_PATH || getElementsBundle().path;
}
