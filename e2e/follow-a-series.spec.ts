import { postPath, seriesPath } from './addresses';
import { expect, test } from './site';

test('A reader can read the parts of a series in order', { tag: '@fixtures' }, async ({ page, index }) => {
  for (const { name, slug, posts } of index.series.values()) {
    await page.goto(postPath(posts[0]?.slug ?? ''));
    for (const [number, part] of posts.entries()) {
      const series = page.getByRole('navigation', { name });
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(part.title);
      await expect(series).toContainText(`Part ${number + 1} of ${posts.length}`);
      await expect(series.getByRole('listitem')).toHaveText(posts.map(({ title }) => title));
      await expect(series.getByRole('listitem').getByRole('link')).toHaveCount(posts.length - 1);
      await expect(series.getByRole('link', { name, exact: true })).toHaveAttribute('href', seriesPath(slug));
      const next = posts[number + 1];
      if (next) await series.getByRole('link', { name: next.title }).click();
    }
  }
});

test('A reader can see all parts of a series on one page, and begin with any', { tag: '@fixtures' }, async ({
  page,
  index,
}) => {
  expect(index.series.size).toBeGreaterThan(0);
  for (const { name, slug, posts } of index.series.values()) {
    await page.goto(seriesPath(slug));
    await expect(page).toHaveTitle(`${name} · ${index.site.title}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
    const parts = page.getByRole('main').locator('ol').getByRole('listitem');
    await expect(parts).toHaveCount(posts.length);
    for (const [number, { title, description }] of posts.entries()) {
      await expect(parts.nth(number)).toContainText(title);
      await expect(parts.nth(number)).toContainText(description);
      await expect(parts.nth(number).getByRole('time')).toBeVisible();
    }
    await parts.last().getByRole('link').click();
    await expect(page).toHaveURL(postPath(posts.at(-1)?.slug ?? ''));
  }
});

test('A series of which readers see no two parts has no page', { tag: '@fixtures' }, async ({ request }) => {
  for (const state of ['draft', 'unlisted']) {
    const response = await request.get(seriesPath(`secret-${state}-series`), { maxRedirects: 0 });
    expect(response.status(), state).toBe(404);
  }
  expect((await request.get('/series')).status()).toBe(404);
});
