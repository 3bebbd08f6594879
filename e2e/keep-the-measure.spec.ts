import type { Page } from 'playwright/test';
import { postPath } from './addresses';
import { SEED, settle } from './page-types';
import { expect, test } from './site';

const POSTS = [
  'everything-a-post-can-contain',
  'code-blocks',
  'a-regular-expression-engine',
  'the-shortest-number-that-comes-back',
];

test.describe('the measure of a text', { tag: '@demo' }, () => {
  test('Every paragraph is a whole number of lines tall, and none ends in a line of one word, whatever it holds', async ({
    page,
  }) => {
    for (const path of [SEED, ...POSTS.map(postPath)]) {
      await page.goto(path);
      for (const width of [390, 1440]) {
        await page.setViewportSize({ width, height: 900 });
        await settle(page);
        expect.soft(await listUneven(page), `${path}, ${width} px wide`).toEqual([]);
        if (path !== SEED) expect.soft(await listLoneWords(page), `${path}, ${width} px wide`).toEqual([]);
      }
    }
  });

  test('Titles and text have the sizes of the design, and words break on a phone alone', async ({ page }) => {
    await page.goto(SEED);
    const title = page.getByRole('heading', { level: 1 });
    for (const [width, size, titleSize, titleHeight, hyphens] of [
      [390, '16px', '32px', '37px', 'auto'],
      [1440, '16px', '44px', '50px', 'manual'],
    ] as const) {
      await page.setViewportSize({ width, height: 900 });
      await expect(page.locator('html')).toHaveCSS('font-size', size);
      await expect(title).toHaveCSS('font-size', titleSize);
      await expect(title).toHaveCSS('line-height', titleHeight);
      await expect(page.locator('.prose > p').first()).toHaveCSS('hyphens', hyphens);
      await expect(page.locator('.prose pre').first()).toHaveCSS('hyphens', 'none');
    }
    // On a large screen the page grows with it.
    for (const [width, size] of [
      [1920, '18px'],
      [2560, '22px'],
    ] as const) {
      await page.setViewportSize({ width, height: 900 });
      await expect(page.locator('html')).toHaveCSS('font-size', size);
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
