import { groupByYear } from '@/lib/content/arrange';
import { dayOf } from '@/lib/dates';
import { getListPage } from '@/lib/pagination';
import { archivePath, postPath } from './addresses';
import { expect, test } from './site';

test('A reader can go through all posts by year, page after page', { tag: '@fixtures' }, async ({
  page,
  index,
}) => {
  const { posts, site } = index;
  const seen: (string | null)[] = [];
  await page.goto('/');
  await page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name: 'Archive' }).click();
  for (let number = 1; ; number += 1) {
    const list = getListPage(posts, number, site.postsPerPage);
    await expect(page).toHaveURL(archivePath(number));
    await expect(page.getByRole('heading', { level: 1, name: 'Archive' })).toBeVisible();
    const years = groupByYear(list?.items ?? []);
    await expect(page.getByRole('heading', { level: 2 })).toHaveText(years.map(({ year }) => year));
    for (const { year, posts } of years) {
      const links = page.getByRole('region', { name: year, exact: true }).getByRole('link');
      await expect(links).toHaveCount(posts.length);
      seen.push(...(await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')))));
      const days = links.getByRole('time');
      expect(await days.evaluateAll((all) => all.map((time) => time.getAttribute('datetime')))).toEqual(
        posts.map(({ date = '' }) => dayOf(date)),
      );
    }
    const older = page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Older' });
    if (number === list?.pages) {
      await expect(older).toHaveCount(0);
      break;
    }
    await older.click();
  }
  expect(seen).toEqual(posts.map(({ slug }) => postPath(slug)));
});

test('A reader can go back from the second page of the archive to the first', { tag: '@fixtures' }, async ({
  page,
}) => {
  await page.goto(archivePath(2));
  const pages = page.getByRole('navigation', { name: 'Pages' });
  await pages.getByRole('link', { name: 'Page 1', exact: true }).click();
  await expect(page).toHaveURL(archivePath());
  await pages.getByRole('link', { name: 'Page 2', exact: true }).click();
  await pages.getByRole('link', { name: 'Newer' }).click();
  await expect(page).toHaveURL(archivePath());
});

test('A reader can start at the home page with the newest and the featured posts', async ({
  page,
  index,
}) => {
  await page.goto('/');
  const { posts, site } = index;
  const main = page.getByRole('main');
  const [lead, ...rest] = posts;
  const expected = [
    lead,
    ...rest.filter(({ featured }) => featured),
    ...rest.filter(({ featured }) => !featured).slice(0, site.postsOnHome),
  ];
  const shown = await main
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  expect(shown.filter((href) => href?.startsWith(postPath('')))).toEqual(
    expected.map((post) => postPath(post?.slug ?? '')),
  );
});
