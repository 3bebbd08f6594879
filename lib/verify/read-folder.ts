import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { parsePage } from './parse-page';
import type { SiteReader } from './site-reader';

/** Reads a site from the folder of an export, as hosts of files answer for it: `/a` is `a`, `a.html` or `a/index.html`. */
export function readFolder(folder: string): SiteReader {
  const root = path.resolve(folder);
  const find = (name: string) =>
    [name, `${name}.html`, path.join(name, 'index.html')]
      .map((candidate) => path.join(root, candidate))
      .find((file) => file.startsWith(root) && statSync(file, { throwIfNoEntry: false })?.isFile());
  const base = readBase(find('index'));
  return {
    origin: undefined,
    base,
    isServer: false,
    async read(address) {
      const asked = decode(address.replace(/[?#].*$/, ''));
      const isOutside = base !== '' && asked !== base && !asked.startsWith(`${base}/`);
      const file = isOutside ? undefined : find(asked.slice(base.length) || '/');
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

/** The path of the site, by the address that its home page names. */
function readBase(home: string | undefined): string {
  if (home === undefined) return '';
  const [canonical = ''] = parsePage(readFileSync(home, 'utf8')).canonicals;
  return URL.canParse(canonical) ? new URL(canonical).pathname.replace(/\/+$/, '') : '';
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
