import path from 'node:path';
import { bundleScript } from './bundle-script';

/** Read by its path, never imported: what runs in browsers stays apart from what builds pages. */
const SOURCE = path.resolve('app/_shared/scripts/nearest.ts');

/** The script of the page that stands for missing ones, minified. Throws where the sources are not there. */
export function buildNearestScript(): string {
  return bundleScript({ entryPoints: [SOURCE] });
}

/** The same. A build writes it into the server's code, since a deployed server has no sources. */
export function getNearestScript(): string {
  return process.env.NEAREST_SCRIPT || buildNearestScript();
}
