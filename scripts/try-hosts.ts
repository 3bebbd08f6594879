import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { getBuildFolder } from '../lib/build/build-folder';
import type { Redirect } from '../lib/content/content-index';
import { loadContent } from '../lib/content/posts';
import { exportSite } from '../lib/finish/export/export-site';
import { readAddressTable } from '../lib/serve/address-table';
import { writeHostFiles } from '../lib/serve/hosts/write-host-files';
import { compareHost } from './hosts/compare-host';
import { startFileHost } from './hosts/file-host';
import { HOST_PROGRAMS, type RunningHost, startPlainServer } from './hosts/host-programs';
import { HOSTILE_REDIRECTS } from './hosts/hostile-redirects';
import { runJourneys } from './hosts/run-journeys';

/** Journeys on servers of files alone, where each page is at its address with a slash and an address that is missing has no page. */
const BARE_JOURNEYS = ['read-a-post', 'see-the-pictures', 'use-an-interactive'];

type ExportPages = 'files' | 'folders';

interface Exported {
  /** The folder that a host serves, with the path of the site in it. */
  readonly root: string;
  readonly target: string;
  readonly servers: string;
}

interface Target {
  readonly name: string;
  readonly pages: ExportPages;
  readonly by: 'files' | 'hosted files' | 'bare files';
  /** Whether its settings make it send the headers and the compressed files that `npm start` sends. */
  readonly isLikeOurs: boolean;
  start(exported: Exported): Promise<RunningHost>;
}

const TARGETS: readonly Target[] = [
  ...(['files', 'folders'] as const).flatMap((pages) =>
    HOST_PROGRAMS.map(({ name, start }): Target => {
      const { url } = loadContent('public').site;
      return {
        name,
        pages,
        by: 'files',
        isLikeOurs: true,
        start: ({ target, servers }) => start(target, servers, url),
      };
    }),
  ),
  {
    name: 'python',
    pages: 'folders',
    by: 'bare files',
    isLikeOurs: false,
    start: ({ root }) => startPlainServer(root),
  },
  ...(['netlify', 'cloudflare'] as const).map(
    (name): Target => ({
      name,
      pages: 'files',
      by: 'hosted files',
      isLikeOurs: false,
      start: ({ root, target }) => startFileHost(name, root, { settings: target }),
    }),
  ),
];

/**
 * `CONTENT_DIR=… DIST_DIR=… npx tsx scripts/try-hosts.ts [nginx …] [--journeys [--share 1/3]]`: serves the last build as files with nginx, Caddy,
 * Apache and Python, and as Netlify and Cloudflare do, under the settings that an export brings along; asks for every address and
 * every redirect, and compares. With `--journeys` it takes the journeys of a reader there instead.
 */
async function tryHosts(
  named: readonly string[],
  { journeys: takesJourneys, share }: { readonly journeys: boolean; readonly share?: string },
): Promise<boolean> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'colophon-hosts-'));
  // Apache serves as a user of its own.
  chmodSync(folder, 0o755);
  const redirects = listRedirects();
  let isRight = true;
  for (const target of TARGETS.filter(({ name }) => named.length === 0 || named.includes(name))) {
    const exported = writeExport(folder, target.pages, redirects);
    const { url, stop } = await target.start(exported);
    const isFine = takesJourneys ? takeJourneys(target, url, share) : compare(target, url, redirects);
    isRight = (await isFine.finally(stop)) && isRight;
  }
  rmSync(folder, { recursive: true, force: true });
  return isRight;
}

function listRedirects(): Redirect[] {
  const own = loadContent('public').redirects;
  return [...own, ...HOSTILE_REDIRECTS.map((from) => ({ from, to: own[0]?.to ?? '/posts' }))];
}

function writeExport(folder: string, pages: ExportPages, redirects: readonly Redirect[]): Exported {
  const build = getBuildFolder();
  const { site, strings } = loadContent('public');
  const root = path.join(folder, pages);
  // Those that know nothing of a path find the files below it; the others are configured for it.
  const target = path.join(root, readAddressTable(build).base);
  const facts = { url: site.url, redirects, unlisted: new Set<string>() };
  if (!existsSync(root))
    exportSite(build, target, { site: { ...site, exportPages: pages }, redirects, strings });
  return { root, target, servers: writeHostFiles(build, target, facts) };
}

function takeJourneys({ name, pages, by }: Target, url: string, share?: string): Promise<boolean> {
  console.info(`${name}, ${pages}: journeys`);
  const content = process.env.CONTENT_DIR ?? 'content';
  const siteUrl = loadContent('public').site.url;
  const files = by === 'bare files' ? BARE_JOURNEYS : [];
  return runJourneys({ url, siteUrl, content, by, files, share });
}

async function compare(
  { name, pages, isLikeOurs }: Target,
  url: string,
  all: readonly Redirect[],
): Promise<boolean> {
  const build = getBuildFolder();
  const redirects = isLikeOurs ? all : [];
  const options = {
    build,
    table: readAddressTable(build),
    redirects,
    url,
    hasHeaders: isLikeOurs,
    negotiates: name !== 'apache',
  };
  const { requests, compressed, redirected, leftToPages, faults } = await compareHost(name, options);
  const moved = `${redirected} redirects, ${leftToPages} left to pages`;
  console.info(
    `${name}, ${pages}: ${requests} requests, ${compressed} answers compressed, ${moved}, ${faults.length} faults`,
  );
  for (const fault of faults.slice(0, 20)) console.info(`  ${fault}`);
  return faults.length === 0;
}

const { values, positionals } = parseArgs({
  options: { journeys: { type: 'boolean', default: false }, share: { type: 'string' } },
  allowPositionals: true,
});
process.exitCode = (await tryHosts(positionals, values)) ? 0 : 1;
