import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

interface PrerenderManifest {
  readonly routes: Readonly<Record<string, unknown>>;
}

const PRERENDER = 'prerender-manifest.json';

/** Manifests with a key for each route, of which a run of Next writes only those that it generated. */
const BY_ROUTE = ['server/prefetch-hints.json'];

/**
 * Adds to the manifests of a build that generated a part of the site what those of the build before know of the rest.
 * Gives the addresses that the site now has. `removed` are gone from it; keys are in one order, whatever was generated.
 */
export function mergeManifests(folder: string, before: string, removed: readonly string[]): string[] {
  for (const name of BY_ROUTE) {
    const [old, own] = [readJson(before, name), readJson(folder, name)];
    if (own) writeJson(folder, name, sortKeys({ ...old, ...own }));
  }
  const gone = new Set(removed);
  const [old, own] = [readJson(before, PRERENDER), readJson(folder, PRERENDER)] as (
    | PrerenderManifest
    | undefined
  )[];
  if (!own) throw new Error(`Next wrote no ${PRERENDER}.`);
  const kept = Object.entries(old?.routes ?? {}).filter(([address]) => !gone.has(address));
  const routes = sortKeys({ ...Object.fromEntries(kept), ...own.routes });
  writeJson(folder, PRERENDER, { ...own, routes });
  return Object.keys(routes);
}

/** Puts the manifests of a whole build into the order that later builds keep. */
export function sortManifests(folder: string): void {
  mergeManifests(folder, folder, []);
}

function sortKeys<Value>(record: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function readJson(folder: string, name: string): Record<string, unknown> | undefined {
  const file = path.join(folder, name);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>) : undefined;
}

function writeJson(folder: string, name: string, value: unknown): void {
  writeFileSync(path.join(folder, name), JSON.stringify(value));
}
