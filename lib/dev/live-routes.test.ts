import { expect, test } from 'playwright/test';
import { LIVE_FILES, LIVE_PAGES, listLiveRewrites, matchFile } from './live-routes';

test('every page and file is led to one route, those at fixed addresses first', () => {
  const { beforeFiles, afterFiles } = listLiveRewrites();
  expect(beforeFiles.map(({ source }) => source)).toEqual(['/', '/posts', '/tags']);
  expect(beforeFiles.length + afterFiles.length).toBe(LIVE_PAGES.length + LIVE_FILES.length);
  const place = LIVE_PAGES.indexOf('/tags/:tag/page/:page');
  expect(afterFiles).toContainEqual({
    source: '/tags/:tag/page/:page',
    destination: `/live/show?pattern=${place}&tag=:tag&page=:page`,
  });
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
