import { getPathMatch } from 'next/dist/shared/lib/router/utils/path-match.js';
import { expect, test } from 'playwright/test';
import { listHeaderRules, toResponseHeaders } from '../site/response-headers';
import { listNextHeaders, toSource } from './headers';

const rules = listHeaderRules(['/badge (1).svg', '/files/*']);

for (const [address, name, expected] of [
  ['/', 'Content-Security-Policy', "frame-ancestors 'self'"],
  ['/', 'Cache-Control', 'public, max-age=0, must-revalidate'],
  ['/', 'Cross-Origin-Resource-Policy', 'same-origin'],
  ['/posts/x', 'X-Content-Type-Options', 'nosniff'],
  ['/media/0a1b/x.svg', 'Content-Security-Policy', /^sandbox;/],
  ['/media/0a1b/x.svg', 'Cache-Control', /immutable/],
  ['/media/0a1b/x.svg', 'Cross-Origin-Resource-Policy', 'cross-origin'],
  ['/media', 'Content-Security-Policy', "frame-ancestors 'self'"],
  ['/search/manifest', 'Cache-Control', 'public, max-age=0, must-revalidate'],
  ['/search/0a1b-words', 'Cache-Control', /immutable/],
  ['/search', 'Cache-Control', 'public, max-age=0, must-revalidate'],
  ['/share/token', 'Cache-Control', 'private, no-store'],
  ['/share/token', 'Content-Security-Policy', "frame-ancestors 'self'"],
  ['/share/token/0a1b/x.svg', 'Content-Security-Policy', /^sandbox;/],
  ['/share/token/0a1b/x.svg', 'Cache-Control', 'private, no-store'],
  ['/badge (1).svg', 'Cross-Origin-Resource-Policy', 'cross-origin'],
  ['/files/deep/x.png', 'Cross-Origin-Resource-Policy', 'cross-origin'],
] as const) {
  test(`${name} of ${address}`, () => {
    const value = toResponseHeaders(rules, address)[name];
    if (typeof expected === 'string') expect(value).toBe(expected);
    else expect(value).toMatch(expected);
  });

  test(`Next has the same ${name} for ${address}`, () => {
    const found = rules.filter(({ path }) =>
      getPathMatch(toSource(path), { strict: true })(encodeURI(address)),
    );
    const headers = Object.assign({}, ...found.map((rule) => rule.headers));
    expect(headers[name]).toBe(toResponseHeaders(rules, address)[name]);
  });
}

test('Next is left to say how long a page can be kept', () => {
  const [first] = listNextHeaders();
  expect(first?.source).toBe('/:part1(.*)');
  expect(first?.headers.map(({ key }) => key)).not.toContain('Cache-Control');
});
