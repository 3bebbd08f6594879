import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import type { Redirect } from '../../content/content-index';
import { IMMUTABLE, IMMUTABLE_PATHS } from '../../site/response-headers';
import type { Site } from '../../site/site';
import { decodeParam, decodePercent } from '../../urls';
import { COMPRESSED_FORMS } from '../compress';
import { renderRedirectPage } from './redirect-page';
import { checkExportable, listSiteFiles } from './site-files';

/** What was written, not counting compressed forms. */
export interface Exported {
  readonly files: number;
  /** Of all files together. */
  readonly bytes: number;
}

/**
 * Writes the site into `target` as files that any web server can hand out: the finished pages of `distFolder` as
 * `posts/hello.html`, what they load, `public`, each with its compressed forms, and a page that redirects for each old
 * address. What was in `target` is replaced once all is written. Throws, naming route or address, where files cannot stand for the site.
 */
export function exportSite(
  distFolder: string,
  target: string,
  { site, redirects }: { readonly site: Site; readonly redirects: readonly Redirect[] },
): Exported {
  checkExportable(distFolder);
  const files = listSiteFiles(distFolder);
  const written = toRedirectPages(redirects, files, site);
  const beside = `${target}.new`;
  rmSync(beside, { recursive: true, force: true });
  mkdirSync(beside, { recursive: true });
  // A post's own files win over those of the same name, as they do on a server.
  const publicFolder = [path.join(distFolder, 'public'), 'public'].find((folder) => existsSync(folder));
  if (publicFolder !== undefined) cpSync(publicFolder, beside, { recursive: true });
  cpSync(path.join(distFolder, 'static'), path.join(beside, '_next', 'static'), { recursive: true });
  for (const [address, source] of files) copyWithForms(source, path.join(beside, address));
  for (const [address, text] of [...written, ...listHostFiles()]) write(path.join(beside, address), text);
  rmSync(target, { recursive: true, force: true });
  renameSync(beside, target);
  return measure(target);
}

/** Copies a file and its compressed forms, for servers that send these. */
function copyWithForms(source: string, target: string): void {
  cpSync(source, target);
  for (const form of COMPRESSED_FORMS) {
    if (existsSync(`${source}.${form}`)) cpSync(`${source}.${form}`, `${target}.${form}`);
  }
}

function toRedirectPages(
  redirects: readonly Redirect[],
  files: ReadonlyMap<string, string>,
  { url, language }: Site,
): Map<string, string> {
  const pages = new Map<string, string>();
  for (const { from, to } of redirects) {
    const name = decodeParam(from).slice(1);
    // With and without a slash at the end.
    const addresses = /\.html?$/.test(name) ? [name] : [`${name}.html`, `${name}/index.html`];
    // `/posts/x.html` is the file of `/posts/x` itself.
    if (addresses[0] === `${decodePercent(to).slice(1)}.html`) continue;
    const segments = name.split('/');
    if (segments.some((segment) => ['', '.', '..'].includes(segment)))
      throw new Error(`The old address "${from}" cannot be the name of a file.`);
    for (const address of addresses) {
      if (files.has(address))
        throw new Error(`The old address "${from}" would take the place of a page of the site: ${address}.`);
      pages.set(address, renderRedirectPage(to, url, language));
    }
  }
  return pages;
}

/** What some hosts read: GitHub Pages leaves out `_next` without the first, Cloudflare and Netlify set headers by the second. */
function listHostFiles(): [address: string, text: string][] {
  const headers = IMMUTABLE_PATHS.map((address) => `${address}\n  Cache-Control: ${IMMUTABLE}\n`);
  return [
    ['.nojekyll', ''],
    ['_headers', headers.join('')],
  ];
}

function write(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function measure(folder: string): Exported {
  const sizes = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(br|gz)$/.test(entry.name))
    .map(({ parentPath, name }) => statSync(path.join(parentPath, name)).size);
  return { files: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}
