import { existsSync } from 'node:fs';
import path from 'node:path';
import { bundleScript } from './bundle-script';

/** Read by its path, never imported: what runs in browsers stays apart from what builds pages. */
const SOURCE = path.resolve('app/elements/nearest-script.ts');

let script: string | undefined;

/** The script of the page that stands for missing ones, minified. Empty where the sources are not there. */
export function getNearestScript(): string {
  if (script !== undefined && process.env.NODE_ENV === 'production') return script;
  script = existsSync(SOURCE) ? bundleScript({ entryPoints: [SOURCE] }) : '';
  return script;
}
