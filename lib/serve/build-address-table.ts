import { existsSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { replaceFile } from '../cache/replace-file';
import type { Redirect } from '../content/content-index';
import { listRequestRoutes } from '../finish/request-routes';
import { listPublicPaths } from '../next/public-paths';
import {
  listHeaderRules,
  NEVER_STORED,
  type ResponseHeaders,
  toResponseHeaders,
} from '../site/response-headers';
import type { Site } from '../site/site';
import { sectionPath, toBasePath } from '../urls';
import { ADDRESS_TABLE, type AddressTable, type Answer, readAddressTable } from './address-table';
import { copyPublic, isPublicCurrent } from './copy-public';
import { keepEarlierFiles } from './earlier-files';
import { collectFileFacts, type FileFacts } from './file-facts';
import { type Address, listAddresses, PUBLIC } from './list-addresses';
import { toRedirectKey } from './redirect-key';

/** What the server has to know that is in no file of the build. */
interface Described {
  readonly site: Pick<Site, 'url'> & Partial<Pick<Site, 'languages'>>;
  readonly redirects: readonly Redirect[];
}

/**
 * Completes the build in `distFolder` for the server: copies `public` into it, writes compressed forms beside the files that
 * answer, and the table of all its addresses. Twice is the same as once. `published` is the build that it replaces, where
 * pages that are open go on loading from it.
 */
export async function writeAddressTable(
  distFolder: string,
  { site, redirects }: Described,
  published?: string,
): Promise<void> {
  copyPublic(distFolder);
  const listed = listAddresses(distFolder, listSectionPaths(site));
  const { addresses, missing, missingBelow } = listed;
  const facts = await collectFileFacts(distFolder, [...addresses, missing, ...missingBelow.values()]);
  const table = {
    base: toBasePath(site.url),
    ...buildAddressTable(distFolder, redirects, { ...listed, facts, ...(published && { published }) }),
  };
  // Never written in place: a server may hold a link to the file.
  replaceFile(path.join(distFolder, ADDRESS_TABLE), JSON.stringify(table));
}

/** The same for a published build, where `public` or a redirect changed and no page did. */
export async function refreshAddressTable(distFolder: string, described: Described): Promise<void> {
  const isCurrent =
    existsSync(path.join(distFolder, ADDRESS_TABLE)) &&
    isDeepStrictEqual(readAddressTable(distFolder).redirects, toRedirectTable(described.redirects)) &&
    isPublicCurrent(distFolder);
  if (!isCurrent) await writeAddressTable(distFolder, described, distFolder);
}

function listSectionPaths({ languages = [] }: Described['site']): string[] {
  return languages.map(({ language }) => sectionPath(language));
}

function toRedirectTable(redirects: readonly Redirect[]): Record<string, string> {
  return Object.fromEntries(redirects.map(({ from, to }) => [toRedirectKey(from), to]));
}

interface Listed {
  readonly addresses: readonly Address[];
  readonly missing: Address;
  readonly missingBelow: ReadonlyMap<string, Address>;
  /** Of all addresses, then of the missing pages. */
  readonly facts: readonly FileFacts[];
  readonly published?: string;
}

function buildAddressTable(
  distFolder: string,
  redirects: readonly Redirect[],
  { addresses, missing, missingBelow, facts, published }: Listed,
): Omit<AddressTable, 'base'> {
  const rules = listHeaderRules(listPublicPaths(path.join(distFolder, PUBLIC)));
  const headerSets = new HeaderSets();
  const toAnswer = ({ file, type }: Address, index: number, headers: ResponseHeaders): Answer => {
    const { bytes = 0, hash = '', compressed = [] } = facts[index] ?? {};
    return {
      file: path.relative(distFolder, file).split(path.sep).join('/'),
      type,
      bytes,
      hash,
      ...(compressed.length > 0 && { compressed }),
      headers: headerSets.add(headers),
    };
  };
  const answers = Object.fromEntries(
    addresses.map((found, index) => [
      found.address,
      toAnswer(found, index, toResponseHeaders(rules, found.address)),
    ]),
  );
  const earlier = Object.entries(
    published ? keepEarlierFiles(answers, { from: published, to: distFolder }) : {},
  );
  return {
    answers,
    ...(earlier.length > 0 && {
      earlier: Object.fromEntries(
        earlier.map(([address, answer]) => [
          address,
          { ...answer, headers: headerSets.add(toResponseHeaders(rules, address)) },
        ]),
      ),
    }),
    missing: toAnswer(missing, addresses.length, {
      ...toResponseHeaders(rules, missing.address),
      ...NEVER_STORED,
    }),
    ...(missingBelow.size > 0 && {
      missingBelow: Object.fromEntries(
        [...missingBelow].map(([section, page], place) => [
          section,
          toAnswer(page, addresses.length + 1 + place, {
            ...toResponseHeaders(rules, missing.address),
            ...NEVER_STORED,
          }),
        ]),
      ),
    }),
    redirects: toRedirectTable(redirects),
    requested: listRequestRoutes(distFolder).map(({ route, pattern, isPage }) => ({
      pattern,
      isPage,
      headers: headerSets.add(toResponseHeaders(rules, route)),
    })),
    headers: headerSets.all,
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
