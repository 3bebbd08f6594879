import { archivePath, postPath, tagPath } from '@/lib/urls';
import { expect, test } from './site';

test('A reader can tell that a page does not exist, and go on from there', async ({ page, index }) => {
  const { posts, tags, site } = index;
  const [slug = ''] = tags.keys();
  const dead = [
    '/no-such-page',
    '/no/such/page',
    postPath('no-such-post'),
    postPath('không-có'),
    tagPath('no-such-tag'),
    '/authors/no-such-author',
    '/posts/page/1',
    '/posts/page/0',
    '/posts/page/02',
    '/posts/page/two',
    archivePath(Math.ceil(posts.length / site.postsPerPage) + 1),
    `${tagPath(slug)}/page/1`,
    `${tagPath(slug)}/page/9999`,
    '/media/000000000000/none.png',
  ];
  for (const path of dead) {
    const response = await page.request.get(path, { maxRedirects: 0 });
    expect(response.status(), path).toBe(404);
  }
  const response = await page.goto(postPath('no-such-post'));
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1, name: 'Erratum' })).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: 'archive' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Archive' })).toBeVisible();
});
