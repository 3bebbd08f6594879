import type { ServerResponse } from 'node:http';
import { expect, test } from 'playwright/test';
import { FETCH_LIMITS, fetchPage } from './fetch-page';
import { isPublicAddress } from './is-public-address';
import { type Network, PUBLIC_NETWORK } from './network';
import { type PagesServer, startPagesServer } from './pages-server';

const siteUrl = 'https://ada.example';

let server: PagesServer;
let seen: { url: string; agent: string; host: string }[];

const ANSWERS: Readonly<Record<string, (response: ServerResponse) => void>> = {
  '/page': (response) => {
    response.setHeader('Content-Type', 'Text/HTML; charset=iso-8859-1');
    response.end(Buffer.from([0x47, 0x72, 0xfc, 0xdf, 0x65]));
  },
  '/huge': (response) => {
    response.setHeader('Content-Type', 'text/html');
    const write = () => {
      while (!response.destroyed && response.write('x'.repeat(64 * 1024)));
    };
    response.on('drain', write);
    write();
  },
  '/slow': (response) => {
    response.setHeader('Content-Type', 'text/html');
    const timer = setInterval(() => response.write('x'), 20);
    response.on('close', () => clearInterval(timer));
  },
  '/silent': () => undefined,
  '/image': (response) => response.setHeader('Content-Type', 'image/png').end('x'),
  '/packed': (response) =>
    response.writeHead(200, { 'Content-Type': 'text/html', 'Content-Encoding': 'gzip' }).end('x'),
  '/gone': (response) => response.writeHead(410, { 'Content-Type': 'text/html' }).end('Gone.'),
  '/headers': (response) =>
    response.writeHead(200, { 'Content-Type': 'text/html', 'X-Large': 'x'.repeat(20_000) }).end(),
};

test.beforeEach(async () => {
  seen = [];
  server = await startPagesServer((request, response) => {
    const { url = '', headers } = request;
    seen.push({ url, agent: headers['user-agent'] ?? '', host: headers.host ?? '' });
    const [, to] = /^\/to\?(.*)$/.exec(url) ?? [];
    if (to !== undefined) response.writeHead(302, { Location: decodeURIComponent(to) }).end();
    else (ANSWERS[url] ?? ((other) => other.writeHead(404).end()))(response);
  });
});

test.afterEach(() => server.close());

const fetchHere = (path: string, more: { time?: number; network?: Network } = {}) =>
  fetchPage(`${server.url}${path}`, { siteUrl, network: server.network, ...more });

const redirect = (to: string) => `/to?${encodeURIComponent(to)}`;

test('fetches a page, in its encoding, and says who asks', async () => {
  const page = await fetchHere(redirect('/page'));
  expect(page).toMatchObject({ status: 200, type: 'text/html', text: 'Grüße', isCut: false });
  expect(page.url).toBe(`${server.url}/page`);
  expect(seen[0]).toMatchObject({ agent: `Colophon (Webmention; +${siteUrl})` });
  expect(await fetchHere('/gone')).toMatchObject({ status: 410, text: '' });
  expect(await fetchHere('/none')).toMatchObject({ status: 404, text: '' });
});

test('takes a part of what has no end', async () => {
  const page = await fetchHere('/huge');
  expect(page.isCut).toBe(true);
  expect(page.text).toHaveLength(FETCH_LIMITS.bytes);
});

for (const [path, fault] of [
  ['/slow', 'slow'],
  ['/silent', 'slow'],
  ['/image', 'type'],
  ['/packed', 'type'],
  ['/headers', 'unreachable'],
] as const)
  test(`gives up on ${path}`, async () => {
    const more = fault === 'slow' ? { time: 300 } : {};
    await expect(fetchHere(path, more)).rejects.toMatchObject({ fault });
  });

test('a name that is never resolved takes no longer', async () => {
  const network = { ...server.network, resolve: () => new Promise<never>(() => undefined) };
  await expect(fetchHere('/page', { time: 100, network })).rejects.toMatchObject({ fault: 'slow' });
});

test('follows a few redirects only', async () => {
  const nest = (times: number): string => (times === 0 ? '/page' : redirect(nest(times - 1)));
  expect(await fetchHere(nest(FETCH_LIMITS.redirects))).toMatchObject({ text: 'Grüße' });
  await expect(fetchHere(nest(FETCH_LIMITS.redirects + 1))).rejects.toMatchObject({ fault: 'redirects' });
});

for (const address of [
  'file:///etc/passwd',
  'ftp://grace.example/',
  'data:text/html,x',
  'http://user:password@grace.example/',
  `http://grace.example/${'x'.repeat(2000)}`,
  'nonsense',
])
  test(`does not fetch ${address.slice(0, 40)}, nor what redirects to it`, async () => {
    await expect(fetchPage(address, { siteUrl, network: server.network })).rejects.toMatchObject({
      fault: 'forbidden',
    });
    if (address !== 'nonsense')
      await expect(fetchHere(redirect(address))).rejects.toMatchObject({ fault: 'forbidden' });
  });

/** The public web, on which grace.example is this server: what is judged is judged as in production. */
const toWeb = (): Network => ({
  resolve: (host) => (host === 'grace.example' ? server.network.resolve(host) : PUBLIC_NETWORK.resolve(host)),
  permits: (address, port) => server.network.permits(address, port) || PUBLIC_NETWORK.permits(address, port),
});

for (const host of [
  ...[
    '127.0.0.1',
    '127.1',
    '2130706433',
    '0x7f000001',
    '0177.0.0.1',
    '017700000001',
    '0.0.0.0',
    '127.0.0.1.',
  ],
  ...['[::1]', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[::]', '[64:ff9b::7f00:1]', '[fd00:ec2::254]'],
  ...[
    '169.254.169.254',
    '[::ffff:169.254.169.254]',
    '100.100.100.200',
    '10.0.0.1',
    '192.168.0.1',
    'localhost',
  ],
])
  test(`nothing is fetched from ${host}, nor from what redirects there`, async () => {
    for (const address of [`http://${host}/`, `https://${host}/`]) {
      await expect(fetchPage(address, { siteUrl })).rejects.toMatchObject({ fault: 'forbidden' });
      await expect(fetchHere(redirect(address), { network: toWeb() })).rejects.toMatchObject({
        fault: 'forbidden',
      });
    }
    expect(seen.every(({ url }) => url.startsWith('/to'))).toBe(true);
  });

test('nothing is fetched from other ports of public addresses', () => {
  for (const port of [22, 25, 6379, 8080, 0]) expect(PUBLIC_NETWORK.permits('8.8.8.8', port)).toBe(false);
  expect(PUBLIC_NETWORK.permits('8.8.8.8', 443)).toBe(true);
});

for (const addresses of [
  ['127.0.0.1'],
  ['::1'],
  ['::ffff:127.0.0.1'],
  ['169.254.169.254'],
  ['10.0.0.1', 'fd00::1'],
  [],
])
  test(`a name that stands for ${addresses.join(' and ') || 'nothing'} is not connected to`, async () => {
    const network: Network = {
      resolve: async () => addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      permits: (address) => isPublicAddress(address),
    };
    await expect(fetchHere('/page', { network })).rejects.toMatchObject({ fault: 'forbidden' });
    expect(seen).toEqual([]);
  });

test('of several addresses only those are connected to that are permitted', async () => {
  const network: Network = {
    ...server.network,
    resolve: async () => [
      { address: '127.0.0.2', family: 4 },
      { address: '127.0.0.1', family: 4 },
    ],
  };
  expect(await fetchHere('/page', { network })).toMatchObject({ status: 200 });
});

test('a name that means this machine a moment later is connected to where it was checked', async () => {
  const asked: string[] = [];
  const network: Network = {
    // The first answer is public, each later one is the server.
    resolve: async (host) => {
      asked.push(host);
      return [{ address: asked.length === 1 ? '192.0.2.1' : '127.0.0.1', family: 4 }];
    },
    permits: (address) => address === '192.0.2.1',
  };
  await expect(fetchHere('/page', { network, time: 500 })).rejects.toThrow();
  expect(asked).toEqual(['grace.example']);
  expect(seen).toEqual([]);
});

test('sends a form, and follows no redirect with it', async () => {
  const form = new URLSearchParams({ source: 'a', target: 'b' });
  const options = { siteUrl, network: server.network, form };
  expect(await fetchPage(`${server.url}${redirect('http://127.0.0.1/')}`, options)).toMatchObject({
    status: 302,
  });
  expect(await fetchPage(`${server.url}/image`, options)).toMatchObject({ status: 200, text: '' });
});
