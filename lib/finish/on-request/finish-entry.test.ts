import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'playwright/test';
import type { Entry } from './answers';
import { finishEntry } from './finish-entry';

const ENTRY = 'server/app/share/[token]/page.js';
const FUNCTION = 'output/functions/share/[token].func/.vc-config.json';

/** A page as Next sends it, shortened. */
const PAGE =
  '<!DOCTYPE html><html lang="en"><head><meta charSet="utf-8"/><link rel="stylesheet" href="/_next/static/chunks/a.css?dpl=x"/>' +
  '</head><body><p>Wörter</p><img src="https://pictures.example/a.png"/><script src="/_next/static/chunks/b.js" id="_R_" async=""></script>' +
  '<script>self.__next_f.push([1,"1:I[7,[],\\"default\\"]\\n"])</script></body></html>';

/** A module as Next writes it for a page; this one responds with what the request contains. */
const CODE = `
module.exports = {
  routeModule: 'kept',
  async handler(request, response) {
    const [status, type, body] = JSON.parse(decodeURIComponent(request.url.slice(1)));
    response.statusCode = status;
    response.setHeader('Content-Type', type);
    if (status === 307) response.setHeader('Location', body);
    response.setHeader('Link', '</roman.woff2>; rel=preload');
    response.flushHeaders();
    const bytes = Buffer.from(body);
    // One byte at a time: no character and no tag arrives whole.
    for (const byte of bytes) response.write(Uint8Array.of(byte));
    await new Promise((resolve) => response.end(resolve));
  },
};
`;

let folder: string;
let server: Server;

test.beforeEach(async () => {
  // The test runner translates what it loads, which takes a second for this module, unless it is in a package.
  folder = path.join(mkdtempSync(path.join(os.tmpdir(), 'colophon-')), 'node_modules');
  write(ENTRY, CODE);
  const modules = { '[project]/node_modules/next/dist/esm/client/components/layout-router.js': { id: 7 } };
  write(
    'server/app/share/[token]/page_client-reference-manifest.js',
    `globalThis.m = {};globalThis.m["/page"] = ${JSON.stringify({ clientModules: modules })};`,
  );
  write('prerender-manifest.json', JSON.stringify({ routes: {}, dynamicRoutes: {} }));
  write(
    'routes-manifest.json',
    JSON.stringify({
      staticRoutes: [],
      dynamicRoutes: [{ page: '/share/[token]', regex: '^/share/([^/]+?)$' }],
    }),
  );
  write('app-path-routes-manifest.json', JSON.stringify({ '/share/[token]/page': '/share/[token]' }));
  write('server/app/_not-found.html', 'Nothing here.');
  write('static/chunks/a.css', 'p{color:red}');
  write(
    FUNCTION,
    JSON.stringify({ filePathMap: {}, fileHashes: { [`.next/${ENTRY}`]: 'old', other: 'old' } }),
  );
  finishEntry(folder);
  server = await serve((request, response) => void load().handler(request, response, {}));
});

test.afterEach(() => {
  server.close();
  rmSync(path.dirname(folder), { recursive: true, force: true });
});

test('a page rendered on request is finished, with a policy of its own', async () => {
  const response = await ask(200, 'text/html; charset=utf-8', PAGE);
  const html = await response.text();
  expect(html).toMatch(
    /^<!DOCTYPE html><html lang="en"><head><meta charSet="utf-8"\/><meta http-equiv="Content/,
  );
  expect(html).toContain('<style>p{color:red}</style></head><body><p>Wörter</p>');
  expect(html).toContain("img-src 'self' data: https://pictures.example;");
  expect(html).not.toMatch(/_next|unsafe|nonce/);
  expect(response.headers.get('Link')).toBeNull();
});

test('a 404 is answered with the page for addresses that do not exist', async () => {
  const response = await ask(404, 'text/html; charset=utf-8', PAGE);
  expect(response.status).toBe(404);
  expect(await response.text()).toBe('Nothing here.');
});

test('of a page that marks a part only that is sent, and can load nothing', async () => {
  const marked = PAGE.replace('<p>Wörter</p>', '<colophon-part><p>Wörter</p></colophon-part>');
  const html = await (await ask(200, 'text/html', marked)).text();
  expect(html).toMatch(
    /^<!DOCTYPE html><meta charset="utf-8"\/><meta http-equiv="Content-Security-Policy"[^>]*><p>Wörter<\/p>$/,
  );
});

test('other responses are unchanged', async () => {
  expect(await (await ask(200, 'text/x-component', PAGE)).text()).toBe(PAGE);
  expect(await (await ask(200, 'text/html', '')).text()).toBe('');
});

test('a redirect leads below the path of the site', async () => {
  finishEntry(folder, '/blog');
  for (const [location, moved] of [
    ['/posts/a', '/blog/posts/a'],
    ['/', '/blog'],
    ['https://elsewhere.example/a', 'https://elsewhere.example/a'],
  ] as const)
    expect((await ask(307, 'text/plain', location)).headers.get('Location')).toBe(moved);
});

test('a page that is not recognised is not sent', async () => {
  const response = await ask(200, 'text/html', PAGE.replace('<p>', '<script>odd()</script><p>'));
  expect(response.status).toBe(500);
  expect(await response.text()).toBe('This page cannot be shown.');
});

test('a page that fails is not sent', async () => {
  const response = await ask(500, 'text/html', PAGE);
  expect(response.status).toBe(500);
  expect(await response.text()).toBe('This page cannot be shown.');
});

test('other exports of the module stay, and a promised module is awaited', async () => {
  expect(load()).toHaveProperty('routeModule', 'kept');
  write(ENTRY, CODE.replace('module.exports =', 'module.exports = Promise.resolve(').replace(/;\s*$/, ');'));
  finishEntry(folder);
  expect(await load()).toHaveProperty('routeModule', 'kept');
});

test('finishing twice is the same as once', () => {
  const once = read(ENTRY);
  finishEntry(folder);
  expect(read(ENTRY)).toBe(once);
});

test('the hash of this file alone is updated for the host', () => {
  const { fileHashes } = JSON.parse(read(FUNCTION));
  expect(fileHashes[`.next/${ENTRY}`]).toMatch(/^[0-9a-f]{64}$/);
  expect(fileHashes.other).toBe('old');
});

function load(): Entry {
  const file = path.join(folder, ENTRY);
  const require = createRequire(file);
  delete require.cache[file];
  return require(file);
}

function ask(status: number, type: string, body: string): Promise<Response> {
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const path = encodeURIComponent(JSON.stringify([status, type, body]));
  return fetch(`http://localhost:${port}/${path}`, { redirect: 'manual' });
}

function serve(listener: RequestListener): Promise<Server> {
  return new Promise((resolve) => {
    const started: Server = createServer(listener).listen(0, () => resolve(started));
  });
}

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), text);
}

function read(file: string): string {
  return readFileSync(path.join(folder, file), 'utf8');
}
