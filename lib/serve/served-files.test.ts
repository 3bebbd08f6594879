import { expect, test } from 'playwright/test';
import { isServedFile, isServedFolder } from './served-files';

test('what a build needs for itself is not served', () => {
  for (const name of ['cache', 'types', 'dev', 'standalone', 'server/app/posts/a.segments'])
    expect(isServedFolder(name), name).toBe(false);
  const files = ['trace', 'trace-build', 'server/app/page.js.map', 'server/app/page.js.nft.json'];
  for (const name of [...files, 'server/app/posts/a.rsc', 'server/app/posts/a.meta', 'index.meta'])
    expect(isServedFile(name), name).toBe(false);
});

test('a post, a tag or a file of the blog may have any name', () => {
  for (const name of ['cache', 'types', 'dev', 'out', 'output', 'standalone', 'diagnostics'])
    expect(isServedFolder(`server/app/tags/${name}`), name).toBe(true);
  for (const name of [
    'tags/trace.html',
    'media/0a/trace.csv.body',
    'media/0a/trace-1.png.body.br',
    '_not-found.meta',
  ])
    expect(isServedFile(`server/app/${name}`), name).toBe(true);
});
