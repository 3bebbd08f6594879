import { getListPage } from '@/lib/pagination';
import { postPath, tagPath, tagsPath } from './addresses';
import { expect, test } from './site';

test('A reader can find every subject in the index and every post under its subject', {
  tag: '@fixtures',
}, async ({ page, index }) => {
  await page.goto(tagsPath());
  const subjects = page.locator('.tag-index').getByRole('listitem');
  await expect(subjects).toHaveCount(index.tags.size);
  const letters = await page.locator('.tag-index h2').allTextContents();
  expect(letters).toEqual([...new Set(letters)].sort(new Intl.Collator('en').compare));
  for (const [slug, { tag }] of index.tags) {
    const subject = page.locator('.tag-index').getByRole('link', { name: tag.label, exact: true });
    await expect(subject.and(page.locator('.tag-index-subject'))).toHaveAttribute('href', tagPath(slug));
  }
  for (const [slug, { tag, posts }] of index.tags) {
    await page.goto(tagPath(slug));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(tag.label);
    if (tag.description) await expect(page.getByText(tag.description)).toBeVisible();
    await expect(page.getByText(`${posts.length} note`, { exact: false }).first()).toBeVisible();
    const list = getListPage(posts, 1, index.site.postsPerPage);
    const links = page.getByRole('main').getByRole('region').getByRole('link');
    expect(await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')))).toEqual(
      list?.items.map((post) => postPath(post.slug)),
    );
  }
});

test('A reader can see what is written about most', { tag: '@fixtures' }, async ({ page, index }) => {
  await page.goto(tagsPath());
  const list = page.getByRole('region', { name: 'Popular subjects' });
  const counts = [...index.tags.values()].map(({ tag, posts }) => [tag.label, posts.length] as const);
  const expected = counts
    .filter(([, count]) => count > 1)
    .sort(([, a], [, b]) => b - a)
    .map(([label, count]) => `${label} ${count}`);
  expect(expected.length).toBeGreaterThan(0);
  await expect(list.getByRole('listitem')).toHaveText(expected.slice(0, 12));
  await list.getByRole('link').first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(expected[0]?.replace(/ \d+$/, '') ?? '');
});

test('A reader is led from a subject to related ones, but to none without a post', {
  tag: '@fixtures',
}, async ({ page }) => {
  for (const path of [tagsPath(), tagPath('javascript')]) {
    await page.goto(path);
    const seeAlso = page.getByText('see also', { exact: true }).locator('..');
    await expect(seeAlso.getByRole('link')).toHaveText(['Node.js']);
    await expect(seeAlso.getByRole('link')).toHaveAttribute('href', new RegExp(`^${tagPath('node')}`));
  }
});

test('A reader can distinguish names with other characters', { tag: '@fixtures' }, async ({
  page,
  index,
}) => {
  const post = index.posts.find(({ file }) => file === 'posts/names-with-signs.md');
  const names = ['C', 'C++', 'C#', 'F#', '.NET', 'Node.js', 'R&D', '日本語'];
  expect(post?.tags.map(({ label }) => label)).toEqual(names);
  const addresses = new Set<string>();
  for (const name of names) {
    await page.goto(postPath(post?.slug ?? ''));
    await page.getByRole('article').getByRole('link', { name, exact: true }).first().click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
    addresses.add(page.url());
  }
  expect(addresses.size).toBe(names.length);
});

test('A reader can turn the pages of a subject with many posts', { tag: '@fixtures' }, async ({
  page,
  index,
}) => {
  const entry = [...index.tags.values()].find(({ posts }) => posts.length > 2 * index.site.postsPerPage);
  const slug = entry?.tag.slug ?? '';
  await page.goto(tagPath(slug));
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Older' }).click();
  await expect(page).toHaveURL(tagPath(slug, 2));
  const second = getListPage(entry?.posts ?? [], 2, index.site.postsPerPage);
  for (const { title } of second?.items ?? []) {
    await expect(page.getByRole('main').getByRole('link', { name: title })).toBeVisible();
  }
});

test('A reader can use another spelling of a subject', { tag: '@fixtures' }, async ({ page }) => {
  await page.goto('/tags/js');
  await expect(page).toHaveURL(tagPath('javascript'));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('JavaScript');
});
