import { expect, test } from 'playwright/test';
import { toClientAddress } from './client-address';
import { LIMITS } from './limits';
import { readForm } from './read-form';

const SITE = 'https://ada.example/notes';

function post(headers: Record<string, string>, body = 'a=1&b=%C3%A9'): Promise<unknown> {
  const request = new Request('http://127.0.0.1:3000/comments/hello/send', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', host: '127.0.0.1:3000', ...headers },
    body,
  });
  return readForm(request, SITE).then((form) => (form.ok ? Object.fromEntries(form.fields) : form.status));
}

const READ = { a: '1', b: 'é' };

for (const [name, headers, expected] of [
  ['the site at its address', { origin: 'https://ada.example' }, READ],
  ['the site at the address of the request', { origin: 'http://127.0.0.1:3000' }, READ],
  [
    'the site behind a proxy',
    { origin: 'https://www.ada.example', 'x-forwarded-host': 'www.ada.example' },
    READ,
  ],
  ['a browser that names no origin, of this site', { origin: 'null', 'sec-fetch-site': 'same-origin' }, READ],
  ['another site', { origin: 'https://evil.example' }, 403],
  ['a host that is named like ours', { origin: 'https://ada.example.evil.example' }, 403],
  ['another site that names no origin', { origin: 'null', 'sec-fetch-site': 'cross-site' }, 403],
  ['nobody knows where', {}, 403],
  ['a script, as JSON', { origin: 'https://ada.example', 'content-type': 'application/json' }, 415],
  [
    'a form with files',
    { origin: 'https://ada.example', 'content-type': 'multipart/form-data; boundary=x' },
    415,
  ],
] as const) {
  test(`a form of ${name}`, async () => expect(await post(headers)).toEqual(expected));
}

test('a text with characters that no database keeps is whole without them', async () => {
  expect(await post({ origin: 'https://ada.example' }, 'a=x%00y&b=%2500\0')).toEqual({ a: 'xy', b: '%00' });
});

test('the longest comment arrives in every script', async () => {
  const fields = {
    name: '文'.repeat(LIMITS.name),
    mail: 'm'.repeat(LIMITS.mail),
    body: '文'.repeat(LIMITS.body),
  };
  expect(await post({ origin: 'https://ada.example' }, `${new URLSearchParams(fields)}`)).toEqual(fields);
});

test('a form that is too large', async () => {
  expect(await post({ origin: 'https://ada.example' }, `a=${'x'.repeat(LIMITS.bytes)}`)).toBe(413);
});

test('a form that never ends is waited for no longer than it may take', async () => {
  const endless = new ReadableStream<Uint8Array>({
    async pull(controller) {
      await new Promise((resolve) => setTimeout(resolve, 10));
      controller.enqueue(new TextEncoder().encode('a'));
    },
  });
  const request = new Request('http://127.0.0.1:3000/', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://ada.example' },
    body: endless,
    duplex: 'half',
  } as RequestInit);
  expect(await readForm(request, SITE, 100)).toEqual({ ok: false, status: 408 });
});

test('an address is another one with each salt, and what a client claims is none', () => {
  const address = (forwarded: string, salt = 'today') =>
    toClientAddress(new Headers({ 'x-forwarded-for': forwarded }), salt);
  expect(address('1.2.3.4')).toBe(address('1.2.3.4'));
  expect(address('1.2.3.4')).not.toBe(address('1.2.3.4', 'tomorrow'));
  expect(address('6.6.6.6, 1.2.3.4, 127.0.0.1')).toBe(address('1.2.3.4'));
  for (const proxy of [
    '::ffff:172.17.0.1',
    '::FFFF:192.168.0.2',
    '::ffff:127.0.0.1',
    '172.31.0.9',
    'fd00::1',
  ])
    expect(address(`6.6.6.6, 1.2.3.4, ${proxy}`), proxy).toBe(address('1.2.3.4'));
  expect(address('::ffff:1.2.3.4')).toBe(address('1.2.3.4'));
  expect(address('6.6.6.6, 1.2.3.4')).toBe(address('7.7.7.7, 1.2.3.4'));
  expect(address('2001:db8:1:2:a::1')).toBe(address('2001:db8:1:2:b::9'));
  expect(address('2001:db8:1:2:a::1')).not.toBe(address('2001:db8:1:3:a::1'));
  expect(address('1.2.3.4')).not.toContain('1.2.3.4');
});
