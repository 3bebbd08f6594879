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
