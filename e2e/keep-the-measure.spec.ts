import type { Page } from 'playwright/test';
import { postPath } from './addresses';
import { SEED, settle } from './page-types';
import { expect, test } from './site';

test.describe('the measure of a text', { tag: '@demo' }, () => {
  for (const width of [390, 1440]) {
    test(`Every paragraph is a whole number of lines tall, ${width} px wide`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      for (const path of [SEED, postPath('everything-a-post-can-contain'), postPath('code-blocks')]) {
        await page.goto(path);
        await settle(page);
        expect.soft(await listUneven(page), path).toEqual([]);
      }
    });
  }

  for (const width of [390, 1440]) {
    test(`No paragraph ends in a line of one word, whatever it holds, ${width} px wide`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      for (const slug of [
        'everything-a-post-can-contain',
        'code-blocks',
        'a-regular-expression-engine',
        'the-shortest-number-that-comes-back',
      ]) {
        await page.goto(postPath(slug));
        await settle(page);
        expect.soft(await listLoneWords(page), slug).toEqual([]);
      }
    });
  }

  test('Words break on a phone alone, and code nowhere', async ({ page }) => {
    for (const [width, hyphens] of [
      [390, 'auto'],
      [1440, 'manual'],
    ] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(SEED);
      await expect(page.locator('.prose > p').first()).toHaveCSS('hyphens', hyphens);
      await expect(page.locator('.prose pre').first()).toHaveCSS('hyphens', 'none');
    }
  });

  test('On a large screen the page grows with it', async ({ page }) => {
    const sizes: number[] = [];
    for (const width of [1440, 1920, 2560]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(SEED);
      sizes.push(
        await page.locator('html').evaluate((html) => Number.parseFloat(getComputedStyle(html).fontSize)),
      );
    }
    expect(sizes).toEqual([16, 18, 22]);
  });

  test('Titles have the size and the line height of the design', async ({ page }) => {
    for (const [width, size, height] of [
      [390, '32px', '37px'],
      [1440, '44px', '50px'],
    ] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(SEED);
      const title = page.getByRole('heading', { level: 1 });
      await expect(title).toHaveCSS('font-size', size);
      await expect(title).toHaveCSS('line-height', height);
    }
  });

  test('A line holds 68 characters on a wide screen, give or take three', async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(postPath('everything-a-post-can-contain'));
    await settle(page);
    const characters = await page.evaluate(() => {
      const column = document.querySelector('.prose')?.clientWidth ?? 0;
      let [width, count] = [0, 0];
      for (const paragraph of document.querySelectorAll('.prose > p')) {
        // Code has letters of another width, and the first line capitals.
        if (paragraph.querySelector('code') || paragraph.matches(':first-of-type')) continue;
        const range = document.createRange();
        range.selectNodeContents(paragraph);
        for (const rect of range.getClientRects()) width += rect.width;
        count += paragraph.textContent?.length ?? 0;
      }
      return column / (width / count);
    });
    expect(characters).toBeGreaterThan(65);
    expect(characters).toBeLessThan(71);
  });
});

/** Paragraphs whose height is no multiple of their lines. */
function listUneven(page: Page): Promise<string[]> {
  return page.locator('.prose > p').evaluateAll((all) =>
    all.flatMap((paragraph) => {
      // A fraction within a line takes the room it needs.
      if (paragraph.querySelector('img, video, math')) return [];
      const lines = paragraph.clientHeight / Number.parseFloat(getComputedStyle(paragraph).lineHeight);
      const off = Math.abs(lines - Math.round(lines));
      return off < 0.05 ? [] : [`${lines.toFixed(2)} lines: ${paragraph.textContent?.slice(0, 40)}`];
    }),
  );
}

/**
 * What ends in a line of one word, of three lines and more. Where a first line has a style of its own, as on top of a text, the
 * browser does not care.
 */
function listLoneWords(page: Page): Promise<string[]> {
  return page.locator('.prose :is(p, li):not(:has(p, ul, ol, math), :first-child)').evaluateAll((all) =>
    all.flatMap((paragraph) => {
      const height = Number.parseFloat(getComputedStyle(paragraph).lineHeight);
      if (
        paragraph.clientHeight < height * 2.5 ||
        getComputedStyle(paragraph, '::first-line').fontVariantCaps !== 'normal'
      )
        return [];
      const text = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
      const tops: number[] = [];
      for (let node = text.nextNode(); node; node = text.nextNode()) {
        for (const { index } of (node.textContent ?? '').matchAll(/\S+/g)) {
          const range = document.createRange();
          range.setStart(node, index);
          range.setEnd(node, index + 1);
          tops.push(range.getBoundingClientRect().bottom);
        }
      }
      const [last = 0, before = 0] = tops.reverse();
      return last - before > height * 0.6 ? [paragraph.textContent?.slice(-40) ?? ''] : [];
    }),
  );
}
