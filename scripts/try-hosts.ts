import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { getBuildFolder } from '../lib/build/build-folder';
import { loadContent } from '../lib/content/posts';
import { exportSite } from '../lib/finish/export/export-site';
import { readAddressTable } from '../lib/serve/address-table';
import { writeHostFiles } from '../lib/serve/hosts/write-host-files';
import { compareHost, type HostReport } from './hosts/compare-host';
import { HOST_PROGRAMS, startPlainServer } from './hosts/host-programs';
import { HOSTILE_REDIRECTS } from './hosts/hostile-redirects';

/**
 * `CONTENT_DIR=… DIST_DIR=… npx tsx scripts/try-hosts.ts`: serves the last build as files with nginx, Caddy, Apache and Python
 * under the settings that an export brings along, asks for every address and every redirect, and compares.
 */
async function tryHosts(): Promise<boolean> {
  const build = getBuildFolder();
  const table = readAddressTable(build);
  const { site, strings, redirects: own } = loadContent('public');
  const redirects = [...own, ...HOSTILE_REDIRECTS.map((from) => ({ from, to: own[0]?.to ?? '/posts' }))];
  const folder = mkdtempSync(path.join(os.tmpdir(), 'colophon-hosts-'));
  // Apache serves as a user of its own.
  chmodSync(folder, 0o755);
  const write = (exportPages: 'files' | 'folders') => {
    // Apache finds it at its path; the others are configured for it.
    const target = path.join(folder, exportPages, table.base);
    exportSite(build, target, { site: { ...site, exportPages }, redirects, strings });
    return {
      target,
      servers: writeHostFiles(build, target, { url: site.url, redirects, unlisted: new Set() }),
    };
  };
  const reports: HostReport[] = [];
  for (const pages of ['files', 'folders'] as const) {
    const { target, servers } = write(pages);
    for (const { name, start } of HOST_PROGRAMS) {
      const server = await start(target, servers, site.url);
      const options = { build, table, redirects, url: server.url, hasHeaders: true };
      reports.push(await compareHost(`${name}, ${pages}`, options).finally(() => server.stop()));
    }
    if (pages === 'folders') {
      const server = await startPlainServer(path.join(folder, pages));
      const options = { build, table, redirects: [], url: server.url, hasHeaders: false };
      reports.push(
        await compareHost('python3 -m http.server, folders', options).finally(() => server.stop()),
      );
    }
  }
  rmSync(folder, { recursive: true, force: true });
  for (const { name, requests, compressed, redirected, leftToPages, faults } of reports) {
    const moved = `${redirected} redirects, ${leftToPages} left to pages`;
    console.info(
      `${name}: ${requests} requests, ${compressed} answers compressed, ${moved}, ${faults.length} faults`,
    );
    for (const fault of faults.slice(0, 20)) console.info(`  ${fault}`);
  }
  return reports.every(({ faults }) => faults.length === 0);
}

process.exitCode = (await tryHosts()) ? 0 : 1;
