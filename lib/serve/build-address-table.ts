import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Redirect } from '../content/content-index';
import { listRequestRoutes } from '../finish/request-routes';
import { listPublicPaths } from '../next/public-paths';
import {
  listHeaderRules,
  NEVER_STORED,
  type ResponseHeaders,
  toResponseHeaders,
} from '../site/response-headers';
import { ADDRESS_TABLE, type AddressTable, type Answer, readAddressTable } from './address-table';
import { type Address, listAddresses, PUBLIC } from './list-addresses';
import { toRedirectKey } from './redirect-key';

/**
 * Completes the build in `distFolder` for the server: copies `public` into it, so that what is served does not change
 * before the next build, and writes the table of all its addresses. Twice is the same as once.
 */
export function writeAddressTable(distFolder: string, redirects: readonly Redirect[]): void {
  copyPublic(distFolder);
  const file = path.join(distFolder, ADDRESS_TABLE);
  // Never written in place: a server may hold a link to the file.
  writeFileSync(`${file}.new`, JSON.stringify(buildAddressTable(distFolder, redirects)));
  renameSync(`${file}.new`, file);
}

/** The same for a published build, where `public` or a redirect changed and no page did. */
export function refreshAddressTable(distFolder: string, redirects: readonly Redirect[]): void {
  const isCurrent =
    existsSync(path.join(distFolder, ADDRESS_TABLE)) &&
    isDeepStrictEqual(readAddressTable(distFolder).redirects, toRedirectTable(redirects)) &&
    isDeepStrictEqual(describeFolder(PUBLIC), describeFolder(path.join(distFolder, PUBLIC)));
  if (!isCurrent) writeAddressTable(distFolder, redirects);
}

function copyPublic(distFolder: string): void {
  const copy = path.join(distFolder, PUBLIC);
  rmSync(copy, { recursive: true, force: true });
  if (existsSync(PUBLIC))
    cpSync(PUBLIC, copy, { recursive: true, dereference: true, preserveTimestamps: true });
}

/** Names, sizes and times of the files below a folder, in an order that is the same for the same files. */
function describeFolder(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => ({ name, ...pick(statSync(path.join(folder, name))) }))
    .filter(({ isFile }) => isFile)
    .map(({ name, size, time }) => `${name} ${size} ${time}`)
    .sort();
}

function pick(stats: Stats) {
  return { isFile: stats.isFile(), size: stats.size, time: Math.round(stats.mtimeMs / 1000) };
}

function toRedirectTable(redirects: readonly Redirect[]): Record<string, string> {
  return Object.fromEntries(redirects.map(({ from, to }) => [toRedirectKey(from), to]));
}

function buildAddressTable(distFolder: string, redirects: readonly Redirect[]): AddressTable {
  const rules = listHeaderRules(listPublicPaths(path.join(distFolder, PUBLIC)));
  const headerSets = new HeaderSets();
  const toAnswer = ({ file, type }: Address, headers: ResponseHeaders) =>
    readAnswer(distFolder, file, { type, headers: headerSets.add(headers) });
  const { addresses, missing } = listAddresses(distFolder);
  return {
    answers: Object.fromEntries(
      addresses.map((found) => [found.address, toAnswer(found, toResponseHeaders(rules, found.address))]),
    ),
    missing: toAnswer(missing, { ...toResponseHeaders(rules, missing.address), ...NEVER_STORED }),
    redirects: toRedirectTable(redirects),
    requested: listRequestRoutes(distFolder).map(({ route, pattern, isPage }) => ({
      pattern,
      isPage,
      headers: headerSets.add(toResponseHeaders(rules, route)),
    })),
    headers: headerSets.all,
  };
}

function readAnswer(
  distFolder: string,
  file: string,
  { type, headers }: { readonly type: string; readonly headers: number },
): Answer {
  const bytes = readFileSync(file);
  const compressed = (['br', 'gz'] as const).filter((ending) => existsSync(`${file}.${ending}`));
  return {
    file: path.relative(distFolder, file).split(path.sep).join('/'),
    type,
    bytes: bytes.length,
    hash: createHash('sha256').update(bytes).digest('base64url').slice(0, 16),
    ...(compressed.length > 0 && { compressed }),
    headers,
  };
}

/** Thousands of addresses share a few sets of headers. */
class HeaderSets {
  readonly #indexes = new Map<string, number>();
  readonly all: ResponseHeaders[] = [];

  add(headers: ResponseHeaders): number {
    const key = JSON.stringify(headers);
    const known = this.#indexes.get(key);
    if (known !== undefined) return known;
    this.#indexes.set(key, this.all.length);
    return this.all.push(headers) - 1;
  }
}
