import { existsSync } from 'node:fs';
import path from 'node:path';
import { buildSync } from 'esbuild';

/** Read by its path, never imported: what runs in browsers stays apart from what builds pages. */
const SOURCE = path.resolve('app/elements/nearest-script.ts');

let script: string | undefined;

/** The script of the page that stands for missing ones, minified. Empty where the sources are not there. */
export function getNearestScript(): string {
  if (script !== undefined && process.env.NODE_ENV === 'production') return script;
  script = existsSync(SOURCE) ? bundle() : '';
  return script;
}

function bundle(): string {
  const { outputFiles } = buildSync({
    entryPoints: [SOURCE],
    bundle: true,
    write: false,
    minify: true,
    charset: 'utf8',
    format: 'iife',
    target: 'es2022',
    legalComments: 'none',
  });
  return outputFiles.map(({ text }) => text).join('');
}
