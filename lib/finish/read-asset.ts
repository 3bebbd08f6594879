import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { getBasePath } from '../urls';
import { findRendered } from './rendered-files';

/** Bytes of a file of the site by its path as pages name it. Throws where the build has no such file. */
export type ReadAsset = (href: string) => Buffer;

/** Finds files of the build: `/_next/static/…`, prerendered routes and `public`. Each is read once. */
export function createAssetReader(distFolder: string, base = getBasePath()): ReadAsset {
  const known = new Map<string, Buffer>();
  return (href) => {
    const path = decodeURIComponent(href.replace(/[?#].*$/, ''));
    const pathname = path.startsWith(`${base}/`) ? path.slice(base.length) : path;
    const read = known.get(pathname) ?? readFirst(pathname, distFolder);
    known.set(pathname, read);
    return read;
  };
}

function readFirst(pathname: string, distFolder: string): Buffer {
  const places = [path.join(distFolder, pathname.replace(/^\/_next\//, '/')), path.join('public', pathname)];
  const file = places.find((place) => existsSync(place)) ?? findRendered(distFolder, `${pathname}.body`);
  if (file === undefined) throw new Error(`an address that the build has no file for: ${pathname}`);
  return readFileSync(file);
}
