import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { BuildState } from '../../build/build-state';
import { replaceFile } from '../../cache/replace-file';

/** Digests of what was announced last, by address. Addresses that no list shows are never in it. */
export type Announced = Readonly<Record<string, string>>;

export interface Changes {
  /** Paths of pages that are new, changed or gone, percent-encoded. */
  readonly pages: readonly string[];
  /** Paths of feeds that are new or changed. */
  readonly feeds: readonly string[];
  /** What to compare with the next time. */
  readonly announced: Announced;
}

const FEED = /\/(feed\.xml|atom\.xml|feed\.json)$/;

/** What changed between the last announcement and a build. `listed` are the paths of the sitemap: nothing else is announced. */
export function findChanges(
  { outputs }: Pick<BuildState, 'outputs'>,
  listed: ReadonlySet<string>,
  last: Announced,
): Changes {
  const now = Object.entries(outputs).filter(([address]) => listed.has(address) || FEED.test(address));
  const changed = now.filter(([address, { digest }]) => last[address] !== digest).map(([address]) => address);
  // One that still has a page was hidden, and its address is not to be spread.
  const gone = Object.keys(last).filter((address) => outputs[address] === undefined && !FEED.test(address));
  return {
    pages: [...changed.filter((address) => !FEED.test(address)), ...gone].sort(),
    feeds: changed.filter((address) => FEED.test(address)).sort(),
    announced: Object.fromEntries(now.map(([address, { digest }]) => [address, digest])),
  };
}

const recordSchema = z.record(z.string(), z.string());

/** The record of a site; undefined where nothing was announced from here. */
export function readAnnounced(folder: string, url: string): Announced | undefined {
  try {
    return recordSchema.parse(JSON.parse(readFileSync(toFile(folder, url), 'utf8')));
  } catch {
    return undefined;
  }
}

export function writeAnnounced(folder: string, url: string, announced: Announced): void {
  const file = toFile(folder, url);
  if (!existsSync(path.dirname(file))) mkdirSync(path.dirname(file), { recursive: true });
  replaceFile(file, JSON.stringify(announced));
}

function toFile(folder: string, url: string): string {
  const name = createHash('sha256').update(url).digest('hex').slice(0, 16);
  return path.join(folder, 'announced', `${name}.json`);
}
