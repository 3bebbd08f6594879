import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { COMPRESSED_FORMS } from '../finish/compress';
import { listRenderedFolders } from '../finish/rendered-files';

/** Endings of what a build has for one address: a page, or the body of a route handler, and its compressed forms. */
const ENDINGS = [
  ...['.html', '.body'].flatMap((ending) => [ending, ...COMPRESSED_FORMS.map((form) => `${ending}.${form}`)]),
  ...['.meta', '.rsc', '.prefetch.rsc', '.segments'],
];

/** Path of an output below the folder of a build, without the ending. Next names files as addresses are read: decoded. */
export function toOutputFile(folder: string, address: string): string {
  return path.join(folder, 'server', 'app', toOutputName(address));
}

function toOutputName(address: string): string {
  return address === '/' ? 'index' : decodeURI(address).slice(1);
}

/** The file with what readers get at an address; undefined where the build has none. */
export function findOutput(folder: string, address: string): string | undefined {
  const file = toOutputFile(folder, address);
  return [`${file}.html`, `${file}.body`].find((candidate) => existsSync(candidate));
}

/** The addresses for which a build has nothing that readers could get. */
export function listMissing(folder: string, addresses: readonly string[]): string[] {
  const folders = listRenderedFolders(folder);
  return addresses.filter((address) => {
    const names = ['.html', '.body'].map((ending) => toOutputName(address) + ending);
    return !folders.some((one) => names.some((name) => existsSync(path.join(one, name))));
  });
}

/** Removes all files of an address from a build. */
export function removeOutput(folder: string, address: string): void {
  const file = toOutputFile(folder, address);
  for (const ending of ENDINGS) rmSync(file + ending, { recursive: true, force: true });
}

/** Next's own pages, which every run generates, below the folder of a build. */
const FRAMEWORK_PAGES = [
  'server/app/_global-error.html',
  'server/app/_not-found.html',
  'server/pages/404.html',
  'server/pages/500.html',
];

/** The pages among outputs that were just generated, and those that Next generates in every run: paths below the build's folder. */
export function listPageFiles(folder: string, made: readonly { readonly address: string }[]): string[] {
  const pages = made.map(({ address }) => path.relative(folder, `${toOutputFile(folder, address)}.html`));
  return [...new Set([...pages, ...FRAMEWORK_PAGES])].filter((file) => existsSync(path.join(folder, file)));
}
