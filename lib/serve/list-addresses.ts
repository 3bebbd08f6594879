import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import mime from 'mime-types';
import { listSiteFiles, MISSING_PAGE } from '../finish/export/site-files';
import { listOwnIcons } from '../finish/icons/own-icons';
import { sectionMissingPath } from '../urls';

/** A path of the site, decoded, and the file that answers it. */
export interface Address {
  readonly address: string;
  readonly file: string;
  /** Media type, with character set. */
  readonly type: string;
}

/** The copy of `public` in a build. */
export const PUBLIC = 'public';

const HTML = 'text/html; charset=utf-8';

interface Addresses {
  /** In order. */
  readonly addresses: readonly Address[];
  /** The page for addresses that do not exist. */
  readonly missing: Address;
  /** The same for those below the path of a section. */
  readonly missingBelow: ReadonlyMap<string, Address>;
}

/** Every address of the build in `distFolder`. `sections` are the paths of those in further languages. */
export function listAddresses(distFolder: string, sections: readonly string[]): Addresses {
  const found = new Map([
    ...listFolder(distFolder, PUBLIC, '/'),
    ...[...listOwnIcons(distFolder, path.join(distFolder, PUBLIC))].map(toOwnIcon),
    ...listFolder(distFolder, 'static', '/_next/static/'),
    ...[...listSiteFiles(distFolder)].map(toAnswer),
  ]);
  const missing = found.get(MISSING_PAGE);
  if (!missing) throw new Error('The build has no page for addresses that do not exist.');
  found.delete(MISSING_PAGE);
  const missingBelow = new Map<string, Address>();
  for (const section of sections) {
    const page = found.get(sectionMissingPath(section));
    if (page) missingBelow.set(section, page);
    found.delete(sectionMissingPath(section));
  }
  const addresses = [...found.values()].sort((a, b) => (a.address < b.address ? -1 : 1));
  return { addresses, missing, missingBelow };
}

function toOwnIcon([name, file]: [name: string, file: string]): [key: string, Address] {
  return [`/${name}`, { address: `/${name}`, file, type: toType(name) }];
}

function toAnswer([name, file]: [name: string, file: string]): [key: string, Address] {
  if (name === MISSING_PAGE) return [name, { address: '/404', file, type: HTML }];
  const isPage = file.endsWith('.html');
  const address = isPage ? `/${name.replace(/(^index)?\.html$/, '')}` : `/${name}`;
  return [address, { address, file, type: isPage ? HTML : readType(file) }];
}

/** The type that the route gave its answer. */
function readType(file: string): string {
  const { headers } = JSON.parse(readFileSync(file.replace(/\.body$/, '.meta'), 'utf8')) as {
    readonly headers?: Readonly<Record<string, string>>;
  };
  return headers?.['content-type'] ?? toType(file.replace(/\.body$/, ''));
}

function listFolder(distFolder: string, name: string, prefix: string): [key: string, Address][] {
  const folder = path.join(distFolder, name);
  return listNames(folder).map((file) => {
    const address = (prefix + file).normalize('NFC');
    return [address, { address, file: path.join(folder, file), type: toType(file) }];
  });
}

function toType(file: string): string {
  return mime.contentType(path.basename(file)) || 'application/octet-stream';
}

function listNames(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => !/\.(br|gz)$/.test(name) || !existsSync(path.join(folder, name.slice(0, -3))))
    .filter((name) => statSync(path.join(folder, name)).isFile())
    .map((name) => name.split(path.sep).join('/'));
}
