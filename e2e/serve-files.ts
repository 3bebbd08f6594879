import { readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { decodePercent } from '../lib/urls';

/**
 * A web server for files, as hosts run them: `/a` is `a`, `a.html` or `a/index.html`, anything else is `404.html`, and
 * `_headers` says which answers a browser may keep.
 */
function serveFiles(folder: string, port: number): void {
  const rules = readHeaders(folder);
  createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const found = findFile(folder, pathname);
    const file = found ?? path.join(folder, '404.html');
    const rule = rules.find(({ start }) => found !== undefined && pathname.startsWith(start));
    response.writeHead(found === undefined ? 404 : 200, {
      'Content-Type': TYPES[path.extname(file)] ?? 'application/octet-stream',
      ...(rule && { [rule.name]: rule.value }),
    });
    response.end(readFileSync(file));
  }).listen(port);
}

/** Each rule is an address that ends with a star, and below it one header. */
function readHeaders(folder: string) {
  const text = readFileSync(path.join(folder, '_headers'), 'utf8');
  return [...text.matchAll(/^(.*)\*\n {2}(.*?): (.*)$/gm)].map(([, start = '', name = '', value = '']) => ({
    start,
    name,
    value,
  }));
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.xml': 'application/xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};

function findFile(folder: string, pathname: string): string | undefined {
  const candidate = path.join(folder, decodePercent(pathname).replaceAll('\0', '').replace(/\/$/, '/index'));
  // Nothing outside the folder.
  if (!candidate.startsWith(folder)) return undefined;
  const places = [candidate, `${candidate}.html`, path.join(candidate, 'index.html')];
  return places.find((place) => statSync(place, { throwIfNoEntry: false })?.isFile());
}

const [folder = 'out', port = '3000'] = process.argv.slice(2);
serveFiles(path.resolve(folder), Number(port));
