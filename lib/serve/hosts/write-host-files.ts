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

/**
 * Writes what hosts and web servers need to know about the site of files in `target`: inside it what hosts read there, in
 * the folder beside it, whose path is returned, the settings of servers. A file of the same name in `public` stays.
 */
export function writeHostFiles(
  buildFolder: string,
  target: string,
  { url, redirects }: { readonly url: string; readonly redirects: readonly Redirect[] },
): string {
  const rules = listHeaderRules(listPublicPaths(path.join(buildFolder, PUBLIC)));
  const site = toHostSite({ url, table: readAddressTable(buildFolder), rules, redirects });
  const inside = {
    // Without it GitHub Pages leaves out `_next`.
    '.nojekyll': '',
    _headers: renderHeadersFile(site),
    _redirects: renderRedirectsFile(site.redirects),
    '.htaccess': renderHtaccess(site),
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
