import { homePath, postPath } from './addresses';
import { ALL_RULES, listViolations } from './axe';
import { settle } from './page-types';
import { expect, test } from './site';

test.describe('axe', () => {
  // Colours change at once with the theme.
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  for (const width of [390, 1440]) {
    test(`Axe finds nothing in what opens over a page, light or dark, ${width} px wide`, async ({
      page,
      index,
    }) => {
      await page.setViewportSize({ width, height: 900 });
      const check = async (what: string) => {
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          expect.soft(await listViolations(page, ALL_RULES), `${what}, ${colorScheme}`).toEqual([]);
        }
      };
      await page.goto(homePath);
      await settle(page);
      const dialog = page.getByRole('dialog', { name: 'Search' });
      await expect(async () => {
        await page.keyboard.press('/');
        await expect(dialog.getByRole('searchbox')).toBeVisible({ timeout: 500 });
      }).toPass();
      await check('the search');
      await dialog.getByRole('searchbox').fill(index.posts[0]?.title ?? '');
      await dialog.getByRole('listitem').first().waitFor();
      await check('results of the search');
      const coast = [...index.postsBySlug.values()].find(({ slug }) => slug === 'pictures-of-a-coast');
      if (!coast) return;
      await page.goto(postPath(coast.slug));
      await settle(page);
      await page.getByRole('button', { name: 'Enlarge: A headland above the sea' }).click();
      await page.locator('dialog.zoom').waitFor();
      await check('an enlarged picture');
    });
  }
});

test('A reader can skip to the text with the first key', { tag: '@fixtures' }, async ({ page }) => {
  await page.goto(homePath);
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to the text' });
  await expect(skip).toBeFocused();
  const box = await skip.boundingBox();
  expect(box?.y).toBeGreaterThanOrEqual(0);
  expect(await skip.evaluate((element) => getComputedStyle(element).clipPath)).toBe('none');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
});

test('A screen reader gets the language of every post, and its direction', { tag: '@fixtures' }, async ({
  page,
  index,
}) => {
  const foreign = [...index.postsBySlug.values()].filter(({ lang }) => lang !== undefined);
  expect(foreign.length).toBeGreaterThan(1);
  for (const { slug, lang = '', title } of foreign) {
    await page.goto(postPath(slug));
    const heading = page.getByRole('heading', { level: 1, name: title });
    const reported = await heading.evaluate((element) => ({
      lang: element.closest('[lang]')?.getAttribute('lang'),
      dir: getComputedStyle(element).direction,
    }));
    expect(reported, slug).toEqual({ lang, dir: lang === 'ar' ? 'rtl' : 'ltr' });
    await expect(page.locator('html')).toHaveAttribute('lang', index.site.language);
    // What the site says about the text is in the language of the site.
    for (const words of [
      page.getByRole('banner'),
      page.locator('.meta time').first(),
      page.locator('.taper'),
    ]) {
      const language = words.evaluate((element) => element.closest('[lang]')?.getAttribute('lang'));
      expect(await language, slug).toBe(index.site.language);
      await expect(words).toHaveCSS('direction', 'ltr');
    }
    await expect(page.getByRole('banner')).toHaveCSS('direction', 'ltr');
  }
});
