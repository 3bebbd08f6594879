import { authorPath, postPath } from './addresses';
import { expect, test } from './site';

test('A reader can see who an author is and all that they wrote', { tag: '@fixtures' }, async ({
  page,
  index,
}) => {
  for (const [id, { author, posts }] of index.authors) {
    await page.goto(authorPath(id));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(author.name);
    const portrait = page.getByRole('img', { name: `Portrait of ${author.name}` });
    await expect(portrait).toHaveCount(author.portrait ? 1 : 0);
    if (author.portrait) {
      const shown = await portrait.evaluate((image: HTMLImageElement) => [
        image.offsetWidth,
        image.offsetHeight,
      ]);
      expect(shown).toEqual([120, 150]);
      await expect
        .poll(() => portrait.evaluate((image: HTMLImageElement) => image.currentSrc))
        .toMatch(/\.(avif|webp)$/);
    }
    if (author.bio) await expect(page.getByText(author.bio)).toBeVisible();
    const links = page.getByRole('main').getByRole('region').getByRole('link');
    expect(await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')))).toEqual(
      posts.map(({ slug }) => postPath(slug)),
    );
  }
});

test('A reader can go from a post by two to either of its authors', { tag: '@fixtures' }, async ({
  page,
  index,
}) => {
  const post = index.posts.find(({ authors }) => authors.length === 2);
  for (const { name, id } of post?.authors ?? []) {
    await page.goto(postPath(post?.slug ?? ''));
    await page.getByRole('article').getByRole('link', { name }).first().click();
    await expect(page).toHaveURL(authorPath(id));
    await expect(page.getByRole('main').getByRole('link', { name: post?.title ?? '' })).toBeVisible();
  }
});
