import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright/test';
import { homePath, postPath } from '@/lib/urls';
import { listPageTypes, settle } from './page-types';
import { expect, test } from './site';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Rules that are off unless asked for; everything else is axe's own choice. */
const RULES: RunOptions = { rules: { 'target-size': { enabled: true } } };
const COLOURS: RunOptions = { runOnly: ['color-contrast', 'link-in-text-block'] };

test.describe('axe', () => {
  // Its script is no part of the site; colours are to stand at once when the theme changes.
  test.use({ bypassCSP: true, contextOptions: { reducedMotion: 'reduce' } });

  for (const width of [390, 1440]) {
    test(`Axe finds nothing on any type of page, light or dark, ${width} px wide`, async ({
      page,
      index,
    }) => {
      await page.setViewportSize({ width, height: 900 });
      for (const path of listPageTypes(index)) {
        await page.emulateMedia({ colorScheme: 'light' });
        await page.goto(path);
        await settle(page);
        await page.evaluate(AXE);
        expect.soft(await listViolations(page, RULES), `${path}, light`).toEqual([]);
        // Only colours differ in the dark.
        await page.emulateMedia({ colorScheme: 'dark' });
        expect.soft(await listViolations(page, COLOURS), `${path}, dark`).toEqual([]);
      }
    });

    test(`Axe finds nothing in what opens over a page, light or dark, ${width} px wide`, async ({
      page,
      index,
    }) => {
      await page.setViewportSize({ width, height: 900 });
      const check = async (what: string) => {
        await page.evaluate(AXE);
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          expect.soft(await listViolations(page, RULES), `${what}, ${colorScheme}`).toEqual([]);
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

test('A screen reader finds the same landmarks and one order of headings on every page', async ({
  page,
  index,
}) => {
  for (const path of listPageTypes(index)) {
    await page.goto(path);
    for (const role of ['banner', 'main', 'contentinfo'] as const) {
      await expect.soft(page.getByRole(role), `${role} of ${path}`).toHaveCount(1);
    }
    await expect.soft(page.getByRole('navigation', { name: 'Site' }), path).toHaveCount(1);
    const names = await page
      .getByRole('navigation')
      .evaluateAll((all) =>
        all.map((element) => element.getAttribute('aria-label') ?? element.getAttribute('aria-labelledby')),
      );
    expect.soft(new Set(names).size, `names of navigations of ${path}`).toBe(names.length);
    const levels = await page
      .getByRole('heading')
      .evaluateAll((all) => all.map(({ tagName }) => Number(tagName.slice(1))));
    expect
      .soft(
        levels.filter((level) => level === 1),
        `h1 of ${path}`,
      )
      .toEqual([1]);
    expect.soft(levels[0], `first heading of ${path}`).toBe(1);
    const jumps = levels.filter((level, at) => at > 0 && level - (levels[at - 1] ?? 0) > 1);
    expect.soft(jumps, `levels left out on ${path}`).toEqual([]);
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

test('A screen reader is told the language of every post, and its direction', { tag: '@fixtures' }, async ({
  page,
  index,
}) => {
  const foreign = [...index.postsBySlug.values()].filter(({ lang }) => lang !== undefined);
  expect(foreign.length).toBeGreaterThan(1);
  for (const { slug, lang = '', title } of foreign) {
    await page.goto(postPath(slug));
    const heading = page.getByRole('heading', { level: 1, name: title });
    const told = await heading.evaluate((element) => ({
      lang: element.closest('[lang]')?.getAttribute('lang'),
      dir: getComputedStyle(element).direction,
    }));
    expect(told, slug).toEqual({ lang, dir: lang === 'ar' ? 'rtl' : 'ltr' });
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

/** What axe objects to: rule, element and reason. */
async function listViolations(page: Page, options: RunOptions): Promise<string[]> {
  const { violations } = await page.evaluate(
    (options) =>
      (Reflect.get(window, 'axe') as { run(options: RunOptions): Promise<AxeResults> }).run(options),
    options,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary = '' }) =>
        `${id}: ${target.join(' ')} ${failureSummary.replace(/\s+/g, ' ')}`,
    ),
  );
}
