import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const stateSchema = z.object({
  /** Of everything that is compiled in. */
  compileKey: z.string(),
  /** Of the redirects, which Next writes into its table of routes. */
  redirectsKey: z.string(),
  /** By address, as in the prerender manifest of Next. */
  outputs: z.record(z.string(), z.object({ route: z.string(), digest: z.string() })),
});

/** What a build that ended well leaves for the next one: what it was compiled from, and the digest of every output. */
export type BuildState = z.output<typeof stateSchema>;

/** A name for a site: the same for the same outputs. */
export function toSiteId({ compileKey, redirectsKey, outputs }: BuildState): string {
  const digests = Object.entries(outputs).map(([address, { digest }]) => `${address} ${digest}`);
  return createHash('sha256')
    .update([compileKey, redirectsKey, ...digests.sort()].join('\n'))
    .digest('hex');
}

const FILE = 'build-state.json';

/** The state that a build left in its folder; undefined where there is none that can be read. */
export function readState(folder: string): BuildState | undefined {
  try {
    return stateSchema.parse(JSON.parse(readFileSync(path.join(folder, FILE), 'utf8')));
  } catch {
    return undefined;
  }
}

export function writeState(folder: string, state: BuildState): void {
  writeFileSync(path.join(folder, FILE), JSON.stringify(state));
}
