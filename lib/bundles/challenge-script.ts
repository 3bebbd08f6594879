import { createHash } from 'node:crypto';
import path from 'node:path';
import { elementsPath } from '../urls';
import { bundleScript } from './bundle-script';
import type { SearchScript } from './search-script';

/** Read by its path, never imported: what runs in browsers stays apart from what builds pages. */
const SOURCE = path.resolve('app/_shared/scripts/solve-challenge.ts');

/** The module that proves work, minified, under a name that changes with its contents. A form has it where it is asked for that. */
export function getChallengeScript(): SearchScript {
  const code = bundleScript({ entryPoints: [SOURCE], format: 'esm' });
  const path = elementsPath(createHash('sha256').update(code).digest('hex').slice(0, 12));
  return { name: path.slice(path.lastIndexOf('/') + 1), path, code };
}

/** Where forms find it. A build writes it into the server's code, since a deployed server has no sources. */
export function getChallengePath(): string {
  return process.env.CHALLENGE_PATH || getChallengeScript().path;
}
