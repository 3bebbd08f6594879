import { expect, test } from 'playwright/test';
import { LIVE_FILES, LIVE_PAGES, listLiveRewrites, matchFile, matchPage, toLivePath } from './live-routes';

test('every page and file is led to one route, those at fixed addresses first', () => {
  const { beforeFiles, afterFiles, fallback } = listLiveRewrites();
  expect(beforeFiles.map(({ source }) => source)).toEqual([
    '/:path*',
    '/',
    '/posts',
    '/tags',
    ...LIVE_FILES.filter((pattern) => !pattern.includes(':')),
  ]);
  expect(beforeFiles[0]).toMatchObject({ missing: [{ type: 'host' }], destination: '/live/refuse' });
  expect(fallback.map(({ source }) => source)).toEqual(['/:path*']);
  expect(beforeFiles.length + afterFiles.length + fallback.length).toBe(
    LIVE_PAGES.length + LIVE_FILES.length + 1,
  );
  const place = LIVE_PAGES.indexOf('/tags/:tag/page/:page');
  expect(afterFiles).toContainEqual({
    source: '/tags/:tag/page/:page',
    destination: `/live/show?pattern=${place}&tag=:tag&page=:page`,
  });
});

test('a query says which path it was made from', () => {
  const place = (pattern: (typeof LIVE_PAGES)[number]) => String(LIVE_PAGES.indexOf(pattern));
  expect(toLivePath({ pattern: place('/') })).toBe('/');
  expect(toLivePath({ pattern: place('/tags/:tag/page/:page'), tag: 'a b', page: '2' })).toBe(
    '/tags/a b/page/2',
  );
  expect(toLivePath({ pattern: place('/:path*'), path: '2019/old-post.html' })).toBe('/2019/old-post.html');
  expect(toLivePath({})).toBe('');
});

test('a path says which page it is, as the rewrites do', () => {
  for (const path of [
    '/',
    '/posts',
    '/posts/page/2',
    '/posts/a.b',
    '/tags/%C3%A9t%C3%A9/page/3',
    '/about',
    '/2019/old.html',
  ])
    expect(toLivePath(matchPage(path)), path).toBe(path);
  expect(LIVE_PAGES[Number(matchPage('/tags/a/page/2').pattern)]).toBe('/tags/:tag/page/:page');
  expect(LIVE_PAGES[Number(matchPage('/about').pattern)]).toBe('/:page');
  expect(LIVE_PAGES[Number(matchPage('/de/posts').pattern)]).toBe('/:path*');
});

test('a path says which file it asks for', () => {
  expect(matchFile('/media/0f/a%20b.png')).toEqual({
    pattern: '/media/:hash/:name',
    params: { hash: '0f', name: 'a%20b.png' },
  });
  expect(matchFile('/posts/a.b.md')?.params).toEqual({ slug: 'a.b' });
  expect(matchFile('/posts/amd')).toBeUndefined();
  expect(matchFile('/media/0f')).toBeUndefined();
});
