import { getPathMatch } from 'next/dist/shared/lib/router/utils/path-match.js';
import { expect, test } from 'playwright/test';
import { findRedirect, toRedirects } from './redirects';

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
    const known = [{ from: alias, to: '/posts/new' }];
    expect(isRedirected(alias, request)).toBe(true);
    expect(findRedirect(known, request)).toBe('/posts/new');
    expect(findRedirect(known, alias)).toBe('/posts/new');
    for (const other of [`${request}x`, '/posts/new']) {
      expect(isRedirected(alias, other)).toBe(false);
      expect(findRedirect(known, other)).toBeUndefined();
    }
  });
}

test('a redirect is permanent and keeps its target', () => {
  expect(toRedirects([{ from: '/old', to: '/tags/c%2B%2B' }])).toEqual([
    { source: '/old', destination: '/tags/c%2B%2B', permanent: true },
  ]);
});
