import { createRequire } from 'node:module';
import path from 'node:path';

/** Loaded when it is first used, and by no import: functions in which everything is compiled do not carry it. */
export function loadEsbuild(): typeof import('esbuild') {
  const require = createRequire(path.join(/* turbopackIgnore: true */ process.cwd(), 'package.json'));
  return require('esbuild');
}
