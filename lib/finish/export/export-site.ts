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
import type { Site } from '../../site/site';
import type { Strings } from '../../site/strings/messages';
import { decodeParam, decodePercent, sectionMissingPath, sectionPath } from '../../urls';
import { COMPRESSED_FORMS } from '../compress';
import { listOwnIcons } from '../icons/own-icons';
import { renderRedirectPage } from './redirect-page';
import { checkExportable, listSiteFiles, MISSING_PAGE, type SiteFiles } from './site-files';

/** What an export is made from besides the build. */
interface ExportedSite {
  readonly site: Site;
  readonly redirects: readonly Redirect[];
  readonly strings: Strings;
}

/** What was written, not counting compressed forms. */
export interface Exported {
  readonly files: number;
  /** Of all files together. */
  readonly bytes: number;
}

/**
 * Writes the site into `target` as files that any web server can hand out: the finished pages of `distFolder` as
 * `posts/hello.html` or `posts/hello/index.html`, what they load, `public`, each with its compressed forms, and a page that
 * redirects for each old address. What was in `target` is replaced once all is written. Throws, naming route or address, where
 * files cannot stand for the site.
 */
export function exportSite(
  distFolder: string,
  target: string,
  { site, redirects, strings }: ExportedSite,
): Exported {
  checkExportable(distFolder);
  const files = placePages(listSiteFiles(distFolder), site);
  const written = toRedirectPages(redirects, files, { site, strings });
  const beside = `${target}.new`;
  rmSync(beside, { recursive: true, force: true });
  mkdirSync(beside, { recursive: true });
  // A post's own files win over those of the same name, as they do on a server.
  const publicFolder = [path.join(distFolder, 'public'), 'public'].find((folder) => existsSync(folder));
  if (publicFolder !== undefined) copyPublic(distFolder, publicFolder, beside);
  cpSync(path.join(distFolder, 'static'), path.join(beside, '_next', 'static'), { recursive: true });
  for (const [address, source] of files) copyWithForms(source, path.join(beside, address));
  for (const [address, text] of written) write(path.join(beside, address), text);
  rmSync(target, { recursive: true, force: true });
  renameSync(beside, target);
  return measure(target);
}

function copyPublic(distFolder: string, publicFolder: string, target: string): void {
  cpSync(publicFolder, target, { recursive: true });
  for (const [name, source] of listOwnIcons(distFolder, publicFolder)) {
    for (const form of COMPRESSED_FORMS) rmSync(path.join(target, `${name}.${form}`), { force: true });
    copyWithForms(source, path.join(target, name));
  }
}

/** Copies a file and its compressed forms, for servers that send these. */
function copyWithForms(source: string, target: string): void {
  cpSync(source, target);
  for (const form of COMPRESSED_FORMS) {
    if (existsSync(`${source}.${form}`)) cpSync(`${source}.${form}`, `${target}.${form}`);
  }
}

/** Pages where servers that know no clean addresses find them, if the settings say so. */
function placePages(files: SiteFiles, { exportPages, languages }: Site): SiteFiles {
  if (exportPages === 'files') return files;
  const missing = new Set([MISSING_PAGE, ...languages.map(({ language }) => toMissingPage(language))]);
  return new Map([...files].map(([name, source]) => [missing.has(name) ? name : toFolderPage(name), source]));
}

/** The page for addresses below a section that do not exist. */
function toMissingPage(language: string): string {
  return `${sectionMissingPath(sectionPath(language)).slice(1)}.html`;
}

function toFolderPage(name: string): string {
  return name.replace(/(?<!(?:^|\/)index)\.html$/, '/index.html');
}

function toRedirectPages(
  redirects: readonly Redirect[],
  files: ReadonlyMap<string, string>,
  { site: { url, exportPages }, strings }: Pick<ExportedSite, 'site' | 'strings'>,
): Map<string, string> {
  const pages = new Map<string, string>();
  for (const { from, to } of redirects) {
    const name = decodeParam(from).slice(1);
    // With and without a slash at the end.
    const isFile = /\.html?$/.test(name);
    const withoutSlash = exportPages === 'files' ? [`${name}.html`] : [];
    const addresses = isFile ? [name] : [...withoutSlash, `${name}/index.html`];
    // `/posts/x.html` is the file of `/posts/x` itself.
    if (isFile && exportPages === 'files' && name === `${decodePercent(to).slice(1)}.html`) continue;
    const segments = name.split('/');
    if (segments.some((segment) => ['', '.', '..'].includes(segment)))
      throw new Error(`The old address "${from}" cannot be the name of a file.`);
    for (const address of addresses) {
      if (files.has(address))
        throw new Error(`The old address "${from}" would take the place of a page of the site: ${address}.`);
      pages.set(address, renderRedirectPage(to, url, strings));
    }
  }
  return pages;
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
