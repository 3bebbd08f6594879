import { readFileSync } from 'node:fs';
import type { toRedirects } from './redirects';

/** What the settings of Next take from the content and the sources. */
export interface NextInputs {
  /** Path of the list of components that posts import, relative to the project. */
  readonly postComponents: string;
  readonly constants: Readonly<Record<string, string>>;
  /** Of the engine alone: a name that followed the content would change every page with each edit. */
  readonly buildId: string;
  readonly redirects: ReturnType<typeof toRedirects>;
  /** The path below which the site is; nothing where it has a host of its own. */
  readonly base: string;
}

/** The inputs that a build wrote (`lib/next/collect-inputs.ts`); undefined for `next build` alone. */
export function readNextInputs(): NextInputs | undefined {
  const file = process.env.NEXT_INPUTS;
  return file ? (JSON.parse(readFileSync(file, 'utf8')) as NextInputs) : undefined;
}
