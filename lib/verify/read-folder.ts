import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { SiteReader } from './site-reader';

/** Reads a site from the folder of an export, as hosts of files answer for it: `/a` is `a`, `a.html` or `a/index.html`. */
export function readFolder(folder: string): SiteReader {
  const root = path.resolve(folder);
  const find = (name: string) =>
    [name, `${name}.html`, path.join(name, 'index.html')]
      .map((candidate) => path.join(root, candidate))
      .find((file) => file.startsWith(root) && statSync(file, { throwIfNoEntry: false })?.isFile());
  return {
    origin: undefined,
    isServer: false,
    async read(address) {
      const file = find(decode(address.replace(/[?#].*$/, '')));
      if (file !== undefined) return { status: 200, headers: {}, body: readFileSync(file) };
      const missing = path.join(root, '404.html');
      return {
        status: 404,
        headers: {},
        body: existsSync(missing) ? readFileSync(missing) : Buffer.from(''),
      };
    },
  };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
