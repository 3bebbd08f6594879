import { readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import mime from 'mime-types';
import { decodePercent } from '../../lib/urls';
import type { RunningHost } from './host-programs';
import { createStaticHost, type HostName } from './static-host';

interface Options {
  /** Where `_headers` and `_redirects` are; else in `folder`. */
  readonly settings?: string;
  readonly port?: number;
}

/**
 * A host of the files in `folder`: `/a` is `a`, `a.html` or `a/index.html`; what `_headers` and `_redirects` say is done as
 * Netlify or Cloudflare Pages does it.
 */
export async function startFileHost(
  name: HostName,
  folder: string,
  { settings = folder, port = 0 }: Options = {},
): Promise<RunningHost> {
  const read = (file: string) => readFileSync(path.join(settings, file), 'utf8');
  const host = createStaticHost(name, read('_headers'), read('_redirects'));
  const server = createServer((request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
    const found = findFile(folder, pathname);
    const location = host.findRedirect(pathname, found !== undefined);
    if (location !== undefined) {
      response.writeHead(301, { Location: location + search }).end();
      return;
    }
    const missing = host.listMissingPages(pathname).map((page) => path.join(folder, page));
    const file = found ?? missing.find(isFile) ?? '';
    response.writeHead(found === undefined ? 404 : 200, {
      ...Object.fromEntries(host.findHeaders(pathname)),
      'Content-Type': toType(file),
    });
    response.end(file === '' ? 'Not Found' : readFileSync(file));
  });
  const listening = await new Promise<number>((resolve) => {
    server.listen(port, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
  return {
    url: `http://localhost:${listening}`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
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
  return [candidate, `${candidate}.html`, path.join(candidate, 'index.html')].find(isFile);
}

function isFile(place: string): boolean {
  return statSync(place, { throwIfNoEntry: false })?.isFile() ?? false;
}
