import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Redirect } from '../../content/content-index';
import { listPublicPaths } from '../../next/public-paths';
import { listHeaderRules } from '../../site/response-headers';
import { readAddressTable } from '../address-table';
import { PUBLIC } from '../list-addresses';
import { renderCaddyfile } from './caddyfile';
import { renderHeadersFile } from './headers-file';
import { toHostSite } from './host-site';
import { renderHtaccess } from './htaccess';
import { renderNginx } from './nginx';
import { renderRedirectsFile } from './redirects-file';

export interface HostFacts {
  /** Absolute address of the site. */
  readonly url: string;
  readonly redirects: readonly Redirect[];
  /** Paths of the posts that no list shows. */
  readonly unlisted: ReadonlySet<string>;
}

/**
 * Writes what hosts and web servers need to know about the site of files in `target`: inside it what hosts read there, in
 * the folder beside it, whose path is returned, the settings of servers. A file of the same name in `public` stays.
 */
export function writeHostFiles(
  buildFolder: string,
  target: string,
  { url, redirects, unlisted }: HostFacts,
): string {
  const rules = listHeaderRules(listPublicPaths(path.join(buildFolder, PUBLIC)));
  const table = readAddressTable(buildFolder);
  const site = toHostSite({ url, table, rules, redirects });
  // A server that knows nothing of these files hands them out: they name no post that only those find who have its address.
  const shown = toHostSite({ url, table, rules, redirects: redirects.filter(({ to }) => !unlisted.has(to)) });
  const inside = {
    // Without it GitHub Pages leaves out `_next`.
    '.nojekyll': '',
    _headers: renderHeadersFile(shown),
    _redirects: renderRedirectsFile(shown),
    '.htaccess': renderHtaccess(shown),
  };
  for (const [name, text] of Object.entries(inside)) {
    const file = path.join(target, name);
    if (!existsSync(file)) writeFileSync(file, text);
  }
  // Not for readers: never in the folder that is served.
  const beside = `${target}-servers`;
  rmSync(beside, { recursive: true, force: true });
  mkdirSync(beside);
  writeFileSync(path.join(beside, 'nginx.conf'), renderNginx(site));
  writeFileSync(path.join(beside, 'Caddyfile'), renderCaddyfile(site));
  return beside;
}
