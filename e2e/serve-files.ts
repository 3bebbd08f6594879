import { readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import mime from 'mime-types';
import { decodePercent } from '../lib/urls';
import { createStaticHost } from '../scripts/hosts/static-host';

/**
 * A host of files: `/a` is `a`, `a.html` or `a/index.html`, anything else is `404.html`; what `_headers` and `_redirects` say is
 * done as Netlify does it.
 */
function serveFiles(folder: string, port: number): void {
  const read = (name: string) => readFileSync(path.join(folder, name), 'utf8');
  const host = createStaticHost('netlify', read('_headers'), read('_redirects'));
  createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const found = findFile(folder, pathname);
    const location = host.findRedirect(pathname, found !== undefined);
    if (location !== undefined) {
      response.writeHead(301, { Location: location }).end();
      return;
    }
    const file = found ?? path.join(folder, '404.html');
    response.writeHead(found === undefined ? 404 : 200, {
      ...Object.fromEntries(host.findHeaders(pathname)),
      'Content-Type': toType(file),
    });
    response.end(readFileSync(file));
  }).listen(port);
}

/** With a character set for what is text, as hosts add it. */
function toType(file: string): string {
  const type = mime.contentType(path.basename(file)) || 'application/octet-stream';
  return type === 'application/xml' ? `${type}; charset=utf-8` : type;
}

function findFile(folder: string, pathname: string): string | undefined {
  const candidate = path.join(folder, decodePercent(pathname).replaceAll('\0', '').replace(/\/$/, '/index'));
  // Nothing outside the folder, and not what the host reads itself.
  if (!candidate.startsWith(folder) || /^_(headers|redirects)$/.test(path.basename(candidate)))
    return undefined;
  const places = [candidate, `${candidate}.html`, path.join(candidate, 'index.html')];
  return places.find((place) => statSync(place, { throwIfNoEntry: false })?.isFile());
}

const [folder = 'out', port = '3000'] = process.argv.slice(2);
serveFiles(path.resolve(folder), Number(port));
