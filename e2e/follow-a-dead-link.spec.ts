import { get } from 'node:http';
import { address, archivePath, postPath, searchPath, tagPath } from './addresses';
import { expect, test } from './site';

test('A reader sees that a page does not exist, and go on from there', {
  tag: ['@fixtures', '@files'],
}, async ({ page, index }) => {
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
  await expect(page.getByRole('heading', { level: 1, name: 'Page not found' })).toBeVisible();
  await expect(page.getByText('Erratum', { exact: true })).toHaveCSS('font-style', 'italic');
  await expect(page.getByRole('region', { name: 'Did you mean' })).toHaveCount(0);
  await expect(page).toHaveTitle(`Page not found · ${site.title}`);
  await expect(page.getByRole('region', { name: 'Latest' }).getByRole('link').first()).toBeVisible();
  await expect(page.getByRole('main').getByRole('link', { name: 'Search' })).toHaveAttribute(
    'href',
    searchPath,
  );
  await page.getByRole('main').getByRole('link', { name: 'archive' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Archive' })).toBeVisible();
});

test('A reader is notified of an address that cannot be read', { tag: ['@fixtures', '@server'] }, async ({
  baseURL,
}) => {
  const { hostname, port } = new URL(baseURL ?? '');
  for (const path of ['/%', '/%E0%A4%A', '/posts/%ff', '/share/%c0%80', '/posts/%ED%A0%80.md']) {
    // A browser would fix some of them.
    const status = await new Promise((resolve, reject) => {
      get({ hostname, port, path: address(path) }, ({ statusCode }) => resolve(statusCode)).on(
        'error',
        reject,
      );
    });
    expect(status, path).toBe(400);
  }
});

test('A reader who mistypes an address is shown the page they meant', {
  tag: ['@fixtures', '@files'],
}, async ({ page, index }) => {
  const post = index.posts.find(({ slug }) => /^[a-z]+-[a-z]+-[a-z]+/.test(slug));
  if (!post) throw new Error('The content has no such post.');
  const { slug, title } = post;
  await page.goto(`/2019/${slug.replace(/(.)(.)/, '$2$1')}.html`);
  const list = page.getByRole('region', { name: 'Did you mean' });
  await expect(list.getByRole('link', { name: title })).toHaveAttribute('href', postPath(slug));
  await list.getByRole('link', { name: title }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
});

test.describe('Without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('A reader of a missing page finds the latest posts', { tag: '@fixtures' }, async ({ page, index }) => {
    await page.goto('/no-such-page');
    const list = page.getByRole('region', { name: 'Latest' });
    const [latest] = index.posts;
    await expect(list.getByRole('link').first()).toContainText(latest?.title ?? '');
  });
});
