import { homePath, postPath } from './addresses';
import { listPageTypes, SEED } from './page-types';
import { expect, test } from './site';

const BACKGROUND = { light: 'oklch(0.985 0.002 80)', dark: 'oklch(0.185 0.005 70)' };
const EVERYTHING = postPath('everything-a-post-can-contain');

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('A reader gets every page in the theme of the system, and no button that does nothing', {
    tag: '@fixtures',
  }, async ({ page, index }) => {
    for (const path of listPageTypes(index)) {
      await page.goto(path);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await expect.soft(page.locator('html'), path).toHaveCSS('background-color', BACKGROUND[colorScheme]);
        await expect.soft(page.getByRole('heading', { level: 1 }), path).toBeVisible();
        await expect.soft(page.getByRole('button'), path).toHaveCount(0);
      }
    }
  });

  test('A reader goes from the home page to a post, to a subject and back to the archive', {
    tag: '@fixtures',
  }, async ({ page, index }) => {
    const post = index.posts.find(({ tags }) => tags.length > 0);
    const tag = post?.tags[0];
    test.fail(!post || !tag, 'No post of this content has a subject.');
    if (!post || !tag) return;
    await page.goto(homePath);
    await page.getByRole('main').getByRole('link', { name: post.title }).first().click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(post.title);
    await page.getByRole('article').getByRole('link', { name: tag.label, exact: true }).first().click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText(tag.label);
    await page.getByRole('navigation', { name: 'Site' }).getByRole('link').first().click();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });

  test('A reader opens the contents on a phone and finds them open on a wide screen', {
    tag: '@demo',
  }, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(SEED);
    const contents = page.getByRole('navigation', { name: 'Contents' });
    const first = contents.getByRole('link').first();
    await expect(first).toBeHidden();
    await contents.getByText('Contents').click();
    await first.click();
    await expect(page.locator(':target')).toBeInViewport();
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(SEED);
    await expect(first).toBeVisible();
  });

  test('A reader can read every element, unfold what is folded, and follow what would be played', {
    tag: '@demo',
  }, async ({ page }) => {
    await page.goto(EVERYTHING);
    for (const fold of await page.locator('.prose details').all()) {
      await fold.locator('summary').first().click();
      await expect(fold).toHaveAttribute('open');
    }
    const hidden = await page
      .locator('.prose :is(p, li, td, th, dt, dd, figcaption, blockquote, math, svg, video, audio)')
      .evaluateAll((all) =>
        all
          .filter((element) => !element.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
          // Of a picture in two versions one is shown, of a block in variants one at a time.
          .filter((element) => !element.closest('.code-tabs, .visually-hidden, [data-theme]'))
          .map(({ outerHTML }) => outerHTML.slice(0, 120)),
      );
    expect(hidden).toEqual([]);
    await expect(page.getByRole('link', { name: /Play on/ })).toHaveAttribute('href', /^https:/);
    await expect(page.locator('.prose img:not([alt])')).toHaveCount(0);
  });

  test('A reader can unfold a part of a block of code', { tag: '@demo' }, async ({ page }) => {
    await page.goto(postPath('code-blocks'));
    const folded = page.locator('.folded').first();
    await expect(folded).toBeHidden();
    await page.getByRole('checkbox', { name: /^Show \d+ lines$/ }).check();
    await expect(folded).toBeVisible();
  });
});
