import { request as ask, type IncomingHttpHeaders } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import {
  address,
  cardPath,
  feedPath,
  feedPathOf,
  iconPath,
  markdownPath,
  postPath,
  searchPiecePath,
  sharePath,
  sitemapPath,
  toPathOnSite,
} from './addresses';
import { listPageTypes, MISSING } from './page-types';
import { expect, test } from './site';

/** What a server of the site answers, apart from pages: files alone answer some of it in another way. */
test.describe('Any request', { tag: ['@server', '@fixtures'] }, () => {
  const text = /^(Bad Request|Method Not Allowed|URI Too Long|Request Header Fields Too Large)\n$/;

  for (const [method, target, status] of [
    ['GET', '/posts/%5Bslug%5D', 404],
    ['GET', '/posts/[slug]', 404],
    ['GET', '/[page]', 404],
    ['GET', '/index', 404],
    ['GET', '/posts/index', 404],
    ['GET', '/_global-error', 404],
    ['GET', '/_not-found', 404],
    ['GET', '/404', 404],
    ['GET', '/500', 404],
    ['GET', '/_error', 404],
    ['GET', '/_next', 404],
    ['GET', '/_next/data/x/index.json', 404],
    ['GET', '/_next/image?url=%2Ficon.svg&w=640&q=75', 404],
    ['GET', '/markdown/x', 404],
    ['GET', '/posts.rsc', 404],
    ['GET', '/index.segments/_tree.segment.rsc', 404],
    ['GET', '/server/app/index.html', 404],
    ['GET', '/prerender-manifest.json', 404],
    ['GET', '/.env', 404],
    ['GET', '/..%2f..%2fpackage.json', 404],
    ['GET', '/../package.json', 404],
    ['GET', '/\\..\\package.json', 404],
    ['GET', '/POSTS', 404],
    ['GET', '//evil.example', 404],
    ['GET', '//evil.example/..', 404],
    ['GET', '/posts/', 308],
    ['GET', '//posts', 308],
    ['GET', '/posts//', 308],
    ['GET', '/index.html', 308],
    ['GET', '/?_rsc=1', 200],
    ['GET', '/posts?x=%', 200],
    ['HEAD', '/', 200],
    ['OPTIONS', '/', 204],
    ['POST', '/', 405],
    ['PUT', '/posts', 405],
    ['DELETE', '/nothing', 405],
    ['TRACE', '/', 405],
    ['PROPFIND', '/', 405],
    ['GET', '/%', 400],
    ['GET', '/posts/%ff', 400],
    ['GET', '/posts/%ED%A0%80.md', 400],
    ['GET', '/a%00b', 400],
    ['GET', '/a%0d%0aSet-Cookie:x', 400],
    ['OPTIONS', '*', 400],
    ['GET', `/${'a'.repeat(20_000)}`, 414],
    ['GET', `/posts?${'a'.repeat(20_000)}`, 414],
    ['GET', `/${'a'.repeat(100_000)}`, 414],
  ] as const) {
    test(`${method} ${target.slice(0, 60)} (${target.length}) gets ${status}`, async ({ baseURL }) => {
      const answer = await read(baseURL, target, { method });
      expect(answer.status).toBe(status);
      expectPolicy(answer);
      if (status === 308) expect(String(answer.headers.location)).toMatch(/^\/(?!\/)/);
      if (status === 405) expect(answer.headers.allow).toBe('GET, HEAD, OPTIONS');
      if (status >= 400 && status !== 404) expect(answer.body).toMatch(text);
    });
  }

  for (const headers of [
    { RSC: '1' },
    { RSC: '1', 'Next-Router-Prefetch': '1' },
    { 'Next-Action': 'x' },
    { 'X-Middleware-Subrequest': 'proxy:proxy:proxy:proxy:proxy' },
    { 'X-Matched-Path': '/_global-error' },
    { 'X-Forwarded-Host': 'evil.example' },
    { Host: 'evil.example' },
    { Upgrade: 'websocket', Connection: 'Upgrade' },
    { Accept: 'nothing/*' },
    { 'Accept-Encoding': 'x;q=nan,,,' },
    { Range: 'bytes=a-' },
    { 'If-None-Match': 'x' },
  ]) {
    test(`A page is the same with ${JSON.stringify(headers)}`, async ({ baseURL }) => {
      const plain = await read(baseURL, '/posts');
      const answer = await read(baseURL, '/posts', { headers });
      expect([answer.status, answer.body]).toEqual([200, plain.body]);
    });
  }

  test('A body that nobody asked for is not waited for', async ({ baseURL }) => {
    const answer = await read(baseURL, '/posts', { method: 'POST', body: 'x'.repeat(200_000) });
    expect(answer.status).toBe(405);
  });
});

test.describe('Headers', { tag: '@server' }, () => {
  test('Every page and file has the policy of its kind', async ({ baseURL, index }) => {
    const [{ slug } = { slug: '' }] = index.posts;
    const html = (await read(baseURL, postPath(slug))).body;
    const linked = [...html.matchAll(/(?:src|href)="(\/[^"]+)"/g)]
      .map(([, linked = '']) => linked)
      .filter((linked) => /^\/(_next|media|elements|cards)\//.test(toPathOnSite(linked)));
    const found = [
      ...listPageTypes(index).filter((path) => path !== MISSING),
      ...[
        feedPath,
        feedPathOf('atom'),
        feedPathOf('json'),
        sitemapPath,
        iconPath,
        '/robots.txt',
        '/llms.txt',
      ],
      ...[markdownPath(slug), searchPiecePath('manifest'), ...linked],
    ];
    expect(linked.length).toBeGreaterThan(2);
    for (const path of found) {
      const answer = await read(baseURL, path);
      expect(answer.status, path).toBe(200);
      expectPolicy(answer);
      const isHashed = /^\/(_next\/static|media|elements|cards)\//.test(toPathOnSite(path));
      expect(answer.headers['cache-control'], path).toBe(
        isHashed ? 'public, max-age=31536000, immutable' : 'public, max-age=0, must-revalidate',
      );
      expect(answer.headers.etag, path).toBeTruthy();
      expect(answer.headers.vary ?? '', path).not.toMatch(/rsc|cookie/i);
      const isShown = /^\/(media|cards)\/|icon/.test(toPathOnSite(path));
      expect(answer.headers['cross-origin-resource-policy'], path).toBe(
        isShown ? 'cross-origin' : 'same-origin',
      );
      const again = await read(baseURL, path, { headers: { 'If-None-Match': String(answer.headers.etag) } });
      expect([again.status, again.body], path).toEqual([304, '']);
      expectPolicy(again);
    }
  });

  test('What is missing or private is never kept', async ({ baseURL }) => {
    const paths = [
      MISSING,
      sharePath('x'),
      cardPath('0123456789abcdef', 'png'),
      '/media/000000000000/none.png',
    ];
    for (const path of paths) {
      const answer = await read(baseURL, path);
      expect(answer.status, path).toBe(404);
      expect(answer.headers['cache-control'], path).toMatch(/no-store/);
      expectPolicy(answer);
    }
  });

  test('HTTPS is asked for where it was used, and only there', async ({ baseURL }) => {
    const hsts = async (headers: Record<string, string>) =>
      (await read(baseURL, '/', { headers })).headers['strict-transport-security'];
    expect(await hsts({ 'X-Forwarded-Proto': 'https' })).toMatch(/^max-age=\d{8}$/);
    expect(await hsts({ 'X-Forwarded-Proto': 'http' })).toBeUndefined();
    expect(await hsts({})).toBeUndefined();
  });
});

test('What is text is sent compressed, in the form that is asked for', { tag: '@server' }, async ({
  baseURL,
  index,
}) => {
  // A short one would stay as it is.
  const { slug = '' } = [...index.posts].sort((a, b) => b.body.length - a.body.length)[0] ?? {};
  const page = await read(baseURL, postPath(slug));
  const script = /src="([^"]*\/elements\/[^"]+)"/.exec(page.body)?.[1] ?? '';
  for (const path of ['/', MISSING, postPath(slug), feedPath, sitemapPath, markdownPath(slug), script]) {
    const plain = await read(baseURL, path);
    // A post has Markdown too.
    expect(plain.headers.vary, path).toBe(
      path === postPath(slug) ? 'Accept, Accept-Encoding' : 'Accept-Encoding',
    );
    for (const [encoding, decompress] of [
      ['br', brotliDecompressSync],
      ['gzip', gunzipSync],
    ] as const) {
      const answer = await read(baseURL, path, { headers: { 'Accept-Encoding': encoding } });
      expect(answer.headers['content-encoding'], path).toBe(encoding);
      expect(answer.bytes.length, path).toBe(Number(answer.headers['content-length']));
      expect(answer.bytes.length, path).toBeLessThan(plain.bytes.length * 0.6);
      expect(decompress(answer.bytes).toString(), path).toBe(plain.body);
      expect(answer.headers.etag, path).not.toBe(plain.headers.etag);
    }
  }
  const picture = /srcset="([^" ]*\/media\/[^" ]+)/i.exec(page.body)?.[1] ?? '/favicon.ico';
  const { headers } = await read(baseURL, picture, { headers: { 'Accept-Encoding': 'br, gzip' } });
  expect([headers['content-encoding'], headers.vary]).toEqual([undefined, undefined]);
});

test('A program can ask whether the site is served', { tag: '@server' }, async ({ baseURL }) => {
  // Of the server, not of the site: at no other path.
  const answer = await fetch(new URL('/healthz', baseURL));
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
});

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly bytes: Buffer;
}

function expectPolicy({ headers, status }: Answer): void {
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['content-security-policy']).toBeTruthy();
  expect(headers['x-powered-by']).toBeUndefined();
  expect(Object.keys(headers).filter((name) => name.startsWith('x-nextjs'))).toEqual([]);
  if (status !== undefined && status >= 400 && status !== 404) return;
  expect(headers['referrer-policy']).toBeTruthy();
  expect(headers['permissions-policy']).toContain('camera=()');
  expect(headers['cross-origin-opener-policy']).toBe('same-origin');
}

/** One request as it is spelled here: a browser would correct some of them. */
function read(
  baseURL: string | undefined,
  target: string,
  {
    method = 'GET',
    headers = {},
    body = '',
  }: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Answer> {
  const { hostname, port } = new URL(baseURL ?? '');
  return new Promise((resolve, reject) => {
    const sent = ask({ hostname, port, path: address(target), method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const bytes = Buffer.concat(chunks);
        resolve({
          status: response.statusCode,
          headers: response.headers,
          body: bytes.toString('utf8'),
          bytes,
        });
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
