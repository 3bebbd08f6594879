import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildSync } from 'esbuild';

/** A file of components as one module for the server, or why there is none. */
export type DraftComponents = { readonly code: string } | { readonly reason: string };

const IN_BROWSER = 'it runs in the browser, and code for browsers lies open to everybody.';

/**
 * The components of a draft with all they import, apart from what readers get: a build that shows no draft to readers
 * takes nothing into their files, and does not stop at what an author has not finished.
 */
export function bundleDraftComponents(file: string): DraftComponents {
  const folder = path.dirname(file);
  try {
    const { outputFiles, metafile } = buildSync({
      absWorkingDir: folder,
      entryPoints: [file],
      bundle: true,
      write: false,
      metafile: true,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      jsx: 'automatic',
      external: ['react', 'react/*', 'react-dom', 'next/*'],
      tsconfig: path.resolve('tsconfig.json'),
      logLevel: 'silent',
    });
    const parts = Object.keys(metafile.inputs).map((part) => path.resolve(folder, part));
    if (parts.some(isForBrowsers)) return { reason: IN_BROWSER };
    return { code: outputFiles.map(({ text }) => text).join('') };
  } catch (error) {
    const [, problem = String(error)] = String(error).split('\n');
    return { reason: `it cannot be built. ${problem.replace(': ERROR:', '')}` };
  }
}

function isForBrowsers(file: string): boolean {
  return /^(\s|\/\/.*|\/\*[\s\S]*?\*\/)*['"]use client['"]/.test(readFileSync(file, 'utf8'));
}
