import { readFileSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { Redirect } from '../../lib/content/content-index';
import type { AddressTable, Answer } from '../../lib/serve/address-table';
import { prefersMarkdown } from '../../lib/serve/prefers-markdown';
import { toRequestPath } from '../../lib/serve/redirect-key';

export interface HostReport {
  readonly name: string;
  readonly requests: number;
  /** Answers that came in a compressed form. */
  readonly compressed: number;
  readonly redirected: number;
  /** Old addresses that the settings of this host cannot express. */
  readonly leftToPages: number;
  readonly faults: readonly string[];
}

interface Options {
  readonly build: string;
  readonly table: AddressTable;
  readonly redirects: readonly Redirect[];
  readonly url: string;
  /** Whether the server sends the headers of the site. */
  readonly hasHeaders: boolean;
  /** Whether it sends Markdown to those who prefer it. */
  readonly negotiates: boolean;
}

interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Asks a server for every address of a build, every redirect, and much that does not exist, and compares. */
export async function compareHost(name: string, options: Options): Promise<HostReport> {
  const { table, redirects, url } = options;
  const faults: string[] = [];
  let [requests, compressed] = [0, 0];
  const get = (target: string, headers: Record<string, string> = {}) => {
    requests += 1;
    return ask(url, table.base + target, headers);
  };
  for (const [address, answer] of Object.entries(table.answers)) {
    const target = address.split('/').map(encodeURIComponent).join('/');
    for (const encoding of ['identity', 'gzip', 'br, gzip']) {
      let reply = await get(target, { 'Accept-Encoding': encoding });
      // Such a server knows a page by its folder alone.
      if (!options.hasHeaders && reply.status === 301) reply = await get(`${target}/`);
      if (reply.headers['content-encoding'] !== undefined) compressed += 1;
      const found = compareAnswer(reply, answer, options);
      if (options.hasHeaders) found.push(...compareEncoding(reply, encoding, answer));
      faults.push(...found.map((fault) => `${address} (${encoding}): ${fault}`));
    }
  }
  let [redirected, leftToPages] = [0, 0];
  for (const { from, to } of redirects) {
    const target = toRequestPath(from).replace(/\/$/, '');
    for (const asked of [target, `${target}/`]) {
      const { status, headers, body } = await get(asked);
      if (headers['x-injected'] !== undefined) faults.push(`${asked}: a header was injected`);
      if (status === 301 && toPathOnSite(headers.location, table.base) === to) redirected += 1;
      else if (status === 200 && body.includes(`0;url=${table.base}${to}`)) leftToPages += 1;
      // Nothing good has control characters in its address.
      else if (status === 400 && /%0[ad]/.test(asked)) leftToPages += 1;
      // The page without the slash was asked for before.
      else if (
        status === 301 &&
        asked.endsWith('/') &&
        isSame(toPathOnSite(headers.location, table.base), target)
      )
        leftToPages += 1;
      else faults.push(`${asked}: ${status} ${headers.location ?? ''} instead of ${to}`);
    }
  }
  if (options.hasHeaders) {
    faults.push(...(await compareOddRequests(get, table)));
    if (options.negotiates) faults.push(...(await compareNegotiation(get, options)));
  }
  return { name, requests, compressed, redirected, leftToPages, faults };
}

function isSame(one: string, other: string): boolean {
  return decodeURIComponent(one) === decodeURIComponent(other);
}

function compareAnswer(reply: Reply, answer: Answer, { build, table, hasHeaders }: Options): string[] {
  const { status, headers } = reply;
  if (status !== 200) return [`status ${status}`];
  const faults: string[] = [];
  if (!decode(reply).equals(readFileSync(path.join(build, answer.file)))) faults.push('other bytes');
  if (!hasHeaders) return faults;
  if (headers['content-type'] !== answer.type)
    faults.push(`type ${headers['content-type']} instead of ${answer.type}`);
  return [...faults, ...compareHeaders(reply, table.headers[answer.headers] ?? {})];
}

/** What was asked for and exists is sent; brotli where the server can. */
function compareEncoding({ headers }: Reply, accepted: string, { compressed = [] }: Answer): string[] {
  const sent = headers['content-encoding'];
  const possible = compressed.filter((form) => accepted.includes(form === 'gz' ? 'gzip' : form));
  const isRight = possible.length > 0 ? sent !== undefined && accepted.includes(sent) : sent === undefined;
  return isRight ? [] : [`encoding ${sent} of ${compressed.join(', ')}`];
}

function compareHeaders({ headers }: Reply, expected: Readonly<Record<string, string>>): string[] {
  return Object.entries(expected).flatMap(([name, value]) => {
    const sent = headers[name.toLowerCase()];
    return sent === value ? [] : [`${name}: ${sent} instead of ${value}`];
  });
}

type Get = (target: string, headers?: Record<string, string>) => Promise<Reply>;

/** Posts in both forms, asked for with `Accept` in all combinations of types, weights and order. */
async function compareNegotiation(get: Get, { build, table }: Options): Promise<string[]> {
  const posts = Object.keys(table.answers).filter((address) => table.answers[`${address}.md`]);
  const faults: string[] = [];
  for (const [index, accept] of listAccepts().entries()) {
    const address = posts[index % posts.length] ?? '';
    const [page, markdown] = [address, `${address}.md`].map((one) => table.answers[one]);
    const reply = await get(encodeURI(address), { Accept: accept });
    const isMarkdown = prefersMarkdown(accept);
    const expected = readFileSync(path.join(build, (isMarkdown ? markdown : page)?.file ?? ''));
    const { vary = '', 'content-location': location } = reply.headers;
    if (!reply.body.equals(expected))
      faults.push(`Accept: ${accept}: not ${isMarkdown ? 'Markdown' : 'HTML'}`);
    if (!/\bAccept(,|$)/.test(vary)) faults.push(`Accept: ${accept}: Vary: ${vary}`);
    const place = isMarkdown ? `${table.base}${encodeURI(address)}.md` : undefined;
    if (location !== place) faults.push(`Accept: ${accept}: Content-Location: ${location}`);
  }
  return faults;
}

function listAccepts(): string[] {
  const weights = [
    '',
    ';q=1',
    '; q=0.9',
    ';q=0.85',
    ' ;q=0.855',
    ';q=0.85500',
    ';charset=utf-8;q=0.5',
    ';q=0',
    ';q=0.0',
  ];
  const types = ['text/html', 'text/*', '*/*', 'TEXT/HTML', 'application/xhtml+xml', 'text/markdownish'];
  const pairs = types.flatMap((type) =>
    weights.flatMap((first) =>
      weights.flatMap((second) => [
        `text/markdown${first}, ${type}${second}`,
        `${type}${second},text/markdown${first}`,
        `image/webp, ${type}${second}, ${type === '*/*' ? 'audio' : '*'}/*;q=0.1, text/markdown${first}`,
      ]),
    ),
  );
  return [...pairs, ...weights.map((weight) => `text/markdown${weight}`), 'text/html', '*/*', 'x'];
}

async function compareOddRequests(get: Get, table: AddressTable): Promise<string[]> {
  const faults: string[] = [];
  const missing = ['/no/such/page', '/media/none.png', '/404.html', '/_headers', '/_redirects', '/.htaccess'];
  for (const target of [...missing, '/.nojekyll', '/no-such.html', '/posts/no-such', '/media', '/_next/']) {
    let reply = await get(target);
    if (reply.status === 301) reply = await get(toPathOnSite(reply.headers.location, table.base));
    if (reply.status !== 404) faults.push(`${target}: ${reply.status} instead of 404`);
    const headers = table.headers[table.missing.headers] ?? {};
    faults.push(...compareHeaders(reply, headers).map((fault) => `${target}: ${fault}`));
    if (reply.headers['content-type'] !== table.missing.type)
      faults.push(`${target}: type ${reply.headers['content-type']}`);
  }
  const clean = {
    '/posts/': '/posts',
    '/posts.html': '/posts',
    '/index.html': '/',
    '/posts/?a=1': '/posts?a=1',
  };
  for (const [target, right] of Object.entries(clean)) {
    const { status, headers } = await get(target);
    if (target === '/posts.html' && status === 404) continue;
    if (status !== 301 || toPathOnSite(headers.location, table.base) !== right)
      faults.push(`${target}: ${status} ${headers.location} instead of ${right}`);
  }
  const hostile = [
    '//evil.example/',
    '//evil.example/x.html',
    '/\\evil.example/',
    '/\\evil.example/index.html',
  ];
  const injected = ['/%0d%0aX-Injected:1/', '/%0d%0aX-Injected:1.html', '/posts%0d%0aX-Injected:1/'];
  const outside = [
    '/..%2f..%2fetc/passwd',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/posts/..%5c..%5cx',
    '/%00',
    '/%ff',
  ];
  for (const target of [...hostile, ...injected, ...outside, '/%', '/posts/%']) {
    const { status, headers } = await get(target);
    const location = headers.location ?? '';
    if (/^(\/[/\\]|\w+:\/\/evil)/.test(location) || headers['x-injected'] !== undefined)
      faults.push(`${target}: leads to ${location}`);
    if (![301, 400, 403, 404].includes(status)) faults.push(`${target}: ${status}`);
  }
  return faults;
}

/** The target of a redirect as a path on the site; marked where it is outside. */
function toPathOnSite(location = '', base: string): string {
  const path = location.replace(/^https?:\/\/[^/]+/, '').replace(/\?$/, '');
  return path === base || path.startsWith(`${base}/`) ? path.slice(base.length) || '/' : `outside: ${path}`;
}

function decode({ headers, body }: Reply): Buffer {
  if (headers['content-encoding'] === 'br') return brotliDecompressSync(body);
  return headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body;
}

/** A request whose path goes out as it is. */
function ask(url: string, target: string, headers: Record<string, string>): Promise<Reply> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path: target, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks),
        }),
      );
    })
      .on('error', reject)
      .end();
  });
}
