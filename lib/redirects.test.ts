import { getPathMatch } from 'next/dist/shared/lib/router/utils/path-match.js';
import { expect, test } from 'playwright/test';
import { toRedirects } from './redirects';

/** What Next itself does with the `source` of a redirect. */
function isRedirected(alias: string, request: string): boolean {
  const [redirect] = toRedirects([{ from: alias, to: '/posts/new' }]);
  const options = { strict: true, sensitive: false, removeUnnamedParams: true };
  return getPathMatch(redirect?.source ?? '', options)(request) !== false;
}

for (const alias of [
  '/2019/old-post.html',
  '/a:b',
  '/c++',
  '/what(now)',
  '/glob/*',
  '/100%-real',
  '/日本語',
  '/caf%C3%A9',
  '/{id}',
  '/a,b;c=d&e@f!g$h~i',
]) {
  test(`the old path ${alias} leads to the post, and nothing else does`, () => {
    const request = new URL(alias, 'http://localhost').pathname;
    expect(isRedirected(alias, request)).toBe(true);
    expect(isRedirected(alias, `${request}x`)).toBe(false);
    expect(isRedirected(alias, '/posts/new')).toBe(false);
  });
}

test('a redirect is permanent and keeps its target', () => {
  expect(toRedirects([{ from: '/old', to: '/tags/c%2B%2B' }])).toEqual([
    { source: '/old', destination: '/tags/c%2B%2B', permanent: true },
  ]);
});
