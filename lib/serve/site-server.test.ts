import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { Agent, request as ask } from 'node:http';
import { connect } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { expect, test } from 'playwright/test';
import { writeAddressTable } from './build-address-table';
import { SiteServer } from './site-server';

let root: string;
let build: string;
let server: SiteServer;
let port: number;

test.beforeEach(async () => {
  root = mkdtempSync(path.join(os.tmpdir(), 'colophon-'));
  build = path.join(root, 'build');
  await writeBuild(build, 'first');
  server = await SiteServer.load(build);
  port = await server.listen(0, '127.0.0.1');
  await server.whenKept();
});

test.afterEach(async () => {
  await server.close();
  expect(readdirSync(root).filter((name) => name.includes('.serving-'))).toEqual([]);
  rmSync(root, { recursive: true });
});

test('a page arrives in the best form that the client takes, each with a version of its own', async () => {
  const etags = new Set<string>();
  for (const [accepted, encoding] of [
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0.5, gzip;q=0.8', 'gzip'],
    ['br;q=0, gzip;q=0', undefined],
    ['identity', undefined],
    ['', undefined],
    ['*', 'br'],
  ] as const) {
    const { status, headers, body } = await read('/posts/a', { 'Accept-Encoding': accepted });
    expect(status).toBe(200);
    expect(headers['content-encoding'], accepted).toBe(encoding);
    expect(headers.vary).toBe('Accept-Encoding');
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(Number(headers['content-length'])).toBe(body.length);
    etags.add(String(headers.etag));
  }
  expect(etags.size).toBe(3);
});

test('what a client has already is not sent again', async () => {
  const { headers } = await read('/posts/a');
  const etag = String(headers.etag);
  for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
    const { status, headers: reported, body } = await read('/posts/a', { 'If-None-Match': known });
    expect([status, body.length], known).toEqual([304, 0]);
    expect(reported.etag).toBe(etag);
    expect(reported['cache-control']).toBe('public, max-age=0, must-revalidate');
  }
  expect((await read('/posts/a', { 'If-None-Match': '"other"' })).status).toBe(200);
});

test('a post is sent as Markdown to those who ask for it', async () => {
  const page = await read('/posts/b', { Accept: 'text/html,*/*;q=0.8' });
  expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
  expect(page.headers.vary).toBe('Accept, Accept-Encoding');
  const text = await read('/posts/b?a=1', {
    Accept: 'text/markdown, text/html;q=0.5',
    'Accept-Encoding': 'br',
  });
  expect(text.status).toBe(200);
  expect(text.headers['content-type']).toBe('text/markdown; charset=utf-8');
  expect(text.headers['content-location']).toBe('/posts/b.md');
  expect(text.headers['cache-control']).toBe('public, max-age=0, must-revalidate');
  expect(text.headers.vary).toMatch(/^Accept(, Accept-Encoding)?$/);
  expect(text.body.toString()).toBe('# B');
  expect(text.headers.etag).not.toBe(page.headers.etag);
  const known = { Accept: 'text/markdown', 'If-None-Match': String(text.headers.etag) };
  expect((await read('/posts/b', known)).status).toBe(304);
  expect((await read('/posts/b', { 'If-None-Match': known['If-None-Match'] })).status).toBe(200);
  const none = await read('/posts/a', { Accept: 'text/markdown' });
  expect([none.headers['content-type'], none.headers.vary]).toEqual([
    'text/html; charset=utf-8',
    'Accept-Encoding',
  ]);
});

test('a part of a file is sent to those who ask for it', async () => {
  const whole = await read('/media/0a/clip.mp4');
  expect(whole.headers['accept-ranges']).toBe('bytes');
  const part = async (range: string, further = {}) =>
    read('/media/0a/clip.mp4', { Range: range, 'Accept-Encoding': 'gzip', ...further });
  const some = await part('bytes=2-5');
  expect([some.status, some.body.toString()]).toEqual([206, '2345']);
  expect(some.headers['content-range']).toBe('bytes 2-5/10');
  expect(some.headers['content-security-policy']).toMatch(/^sandbox/);
  expect((await part('bytes=-3')).body.toString()).toBe('789');
  expect((await part('bytes=4-')).body.toString()).toBe('456789');
  const beyond = await part('bytes=10-');
  expect([beyond.status, beyond.headers['content-range']]).toEqual([416, 'bytes */10']);
  expect((await part('bytes=2-5', { 'If-Range': '"old"' })).status).toBe(200);
  expect((await part('bytes=2-5', { 'If-Range': whole.headers.etag })).status).toBe(206);
  expect((await part('lines=1-2')).body.toString()).toBe('0123456789');
});

test('a large file is sent whole, compressed where it can be', async () => {
  const { status, headers, body } = await read('/large', { 'Accept-Encoding': 'br' });
  expect([status, headers['content-encoding']]).toEqual([200, 'br']);
  expect(brotliDecompressSync(body)).toEqual(LARGE);
  expect((await read('/large', {}, 'HEAD')).headers['content-length']).toBe(String(LARGE.length));
  expect((await read('/large', { 'If-None-Match': '*' })).status).toBe(304);
});

for (const [method, url, status] of [
  ['HEAD', '/posts/a', 200],
  ['OPTIONS', '/posts/a', 204],
  ['OPTIONS', '*', 400],
  ['POST', '/posts/a', 405],
  ['TRACE', '/posts/a', 405],
  ['DELETE', '/nothing', 405],
  ['GET', '/nothing', 404],
  ['GET', '/healthz', 200],
  ['GET', '/posts/a/', 308],
  ['GET', '/%', 400],
  ['GET', `/${'a'.repeat(20_000)}`, 414],
  ['GET', `/${'a'.repeat(100_000)}`, 414],
  ['GET', '/posts/%5Bslug%5D', 404],
  ['GET', '/_global-error', 404],
  ['GET', '/addresses.json', 404],
  ['GET', '/server/app/index.html', 404],
] as const) {
  test(`${method} ${url.slice(0, 40)} (${url.length}) is ${status}, under a policy`, async () => {
    const { status: answered, headers } = await read(url, {}, method);
    expect(answered).toBe(status);
    expect(headers['content-security-policy']).toBeTruthy();
    expect(headers['x-content-type-options']).toBe('nosniff');
    if (status >= 400) expect(headers['cache-control']).toBe('no-store');
    if (status === 405) expect(headers.allow).toBe('GET, HEAD, OPTIONS');
    const secure = await read(url, { 'X-Forwarded-Proto': 'https' }, method);
    if (status === 200 && url !== '/healthz')
      expect(secure.headers['strict-transport-security']).toBeTruthy();
    expect(headers['strict-transport-security']).toBeUndefined();
  });
}

test('a request that cannot be read is refused', async () => {
  const answer = await new Promise<string>((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('GET / HTTP/1.1\r\nNo header\r\n\r\n'));
    let text = '';
    socket.on('data', (chunk) => {
      text += chunk;
    });
    socket.on('close', () => resolve(text)).on('error', reject);
  });
  expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
});

for (const [what, begun, drop] of [
  ['headers', 'GET / HTTP/1.1\r\nHost: a\r\n', 'A: b\r\n'],
  ['body', 'POST /none HTTP/1.1\r\nHost: a\r\nContent-Length: 10000\r\n\r\n', 'a'],
] as const)
  test(`a request whose ${what} trickle in is ended, and so is its connection`, async () => {
    const arrival = { headersTimeout: 200, requestTimeout: 300, connectionsCheckingInterval: 20 };
    const strict = await SiteServer.load(build, arrival);
    const to = { port: await strict.listen(0, '127.0.0.1'), host: '127.0.0.1', allowHalfOpen: true };
    const open = connect(to);
    open.on('error', () => undefined).write(begun);
    const timer = setInterval(() => open.write(drop), 10);
    try {
      await new Promise((resolve) => open.resume().on('close', resolve));
    } finally {
      clearInterval(timer);
      await strict.close();
    }
  });

test('a new build is taken over while requests go on, and the old one is removed', async () => {
  const agent = new Agent({ keepAlive: true });
  const seen = new Set<string>();
  let isDone = false;
  const readers = [1, 2, 3, 4].map(async () => {
    while (!isDone) {
      const { status, body } = await read('/posts/a', {}, 'GET', agent);
      seen.add(`${status} ${body.toString().trim()}`);
      const picture = await read('/media/0a/clip.mp4', { Range: 'bytes=0-3' }, 'GET', agent);
      expect(picture.status).toBe(206);
    }
  });
  for (const name of ['second', 'third', 'fourth']) {
    const next = `${build}.new`;
    await writeBuild(next, name);
    renameSync(build, `${build}.old`);
    renameSync(next, build);
    rmSync(`${build}.old`, { recursive: true });
    await expect.poll(() => seen.has(`200 The ${name} build.`)).toBe(true);
  }
  isDone = true;
  await Promise.all(readers);
  agent.destroy();
  expect([...seen].sort()).toEqual(
    ['first', 'fourth', 'second', 'third'].map((name) => `200 The ${name} build.`),
  );
  await expect.poll(() => readdirSync(root).filter((name) => name.includes('.serving-')).length).toBe(1);
});

test('a build that is gone or not complete leaves the one that is served', async () => {
  rmSync(build, { recursive: true });
  mkdirSync(build);
  // For more than two looks at the folder.
  const end = Date.now() + 1_200;
  while (Date.now() < end) expect((await read('/posts/a')).body.toString().trim()).toBe('The first build.');
});

test('what a process left that ended out of order is removed, and nothing that is in use', async () => {
  const abandoned = `${build}.serving-1-abcdef`;
  mkdirSync(abandoned);
  const longAgo = new Date(Date.now() - 10 * 60_000);
  utimesSync(abandoned, longAgo, longAgo);
  const other = await SiteServer.load(build);
  await other.listen(0, '127.0.0.1');
  await expect.poll(() => existsSync(abandoned)).toBe(false);
  expect((await read('/posts/a')).status).toBe(200);
  await other.close();
});

test('open requests are answered before the server ends', async () => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  await read('/posts/a', {}, 'GET', agent);
  const reading = read('/large', {}, 'GET', agent);
  const closing = server.close();
  const { status, body } = await reading;
  expect([status, body.length]).toEqual([200, LARGE.length]);
  await closing;
  await expect(read('/posts/a')).rejects.toThrow('ECONNREFUSED');
  agent.destroy();
});

const LARGE = Buffer.from('Words and more words. '.repeat(50_000));

/** What `next build` leaves of a few routes, as far as the server reads it. */
async function writeBuild(folder: string, name: string): Promise<void> {
  const write = (file: string, bytes: string | Buffer) => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), bytes);
  };
  // Long enough to be compressed.
  const page = `The ${name} build.`.padEnd(2000);
  const routes = [
    '/',
    '/posts/a',
    '/posts/b',
    '/markdown/b',
    '/large',
    '/media/0a/clip.mp4',
    '/_global-error',
    '/_not-found',
  ];
  write(
    'prerender-manifest.json',
    JSON.stringify({
      routes: Object.fromEntries(routes.map((route) => [route, { srcRoute: route }])),
      dynamicRoutes: {},
    }),
  );
  write('routes-manifest.json', JSON.stringify({ staticRoutes: [], dynamicRoutes: [] }));
  write('app-path-routes-manifest.json', '{}');
  write('server/app/index.html', page);
  write('server/app/posts/a.html', page);
  write('server/app/posts/b.html', page);
  write('server/app/markdown/b.body', '# B');
  const markdown = { 'content-type': 'text/markdown; charset=utf-8' };
  write('server/app/markdown/b.meta', JSON.stringify({ headers: markdown }));
  write('server/app/large.html', LARGE);
  write('server/app/_not-found.html', 'Nothing here.');
  write('server/app/_global-error.html', "Next's own.");
  write('server/app/media/0a/clip.mp4.body', '0123456789');
  write('server/app/media/0a/clip.mp4.meta', JSON.stringify({ headers: { 'content-type': 'video/mp4' } }));
  write('static/chunks/a.js', 'go()');
  await writeAddressTable(folder, { site: { url: 'http://localhost:3000' }, redirects: [] });
}

interface Read {
  readonly status: number | undefined;
  readonly headers: Record<string, unknown>;
  readonly body: Buffer;
}

function read(
  url: string,
  headers: Record<string, unknown> = {},
  method = 'GET',
  agent?: Agent,
): Promise<Read> {
  return new Promise((resolve, reject) => {
    const options = {
      host: '127.0.0.1',
      port,
      path: url,
      method,
      headers: headers as Record<string, string>,
      agent,
    };
    ask(options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () =>
        resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    })
      .on('error', reject)
      .end();
  });
}
