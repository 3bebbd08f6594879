import { postPath } from './addresses';
import { SEED, settle } from './page-types';
import { expect, test } from './site';

const EVERYTHING = postPath('everything-a-post-can-contain');

test.describe('printed', { tag: '@demo' }, () => {
  test.use({ viewport: { width: 700, height: 990 } });

  test.beforeEach(({ page }) => page.emulateMedia({ media: 'print', colorScheme: 'dark' }));

  test('A reader gets the post on paper, black on white, without what is there to click', async ({
    page,
  }) => {
    for (const path of [SEED, EVERYTHING]) {
      await page.goto(path);
      for (const element of await page.locator('header.site-header, footer.site-footer, nav').all()) {
        await expect.soft(element).toBeHidden();
      }
      await expect.soft(page.getByRole('search')).toHaveCount(0);
      await expect.soft(page.locator('button').filter({ visible: true })).toHaveCount(0);
      await expect.soft(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect.soft(page.locator('html')).toHaveCSS('background-color', 'rgb(255, 255, 255)');
      await expect.soft(page.locator('body')).toHaveCSS('color', 'rgb(0, 0, 0)');
      expect
        .soft(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), path)
        .toBe(true);
    }
  });

  test('A reader sees on each sheet what it belongs to', async ({ page }) => {
    await page.goto(EVERYTHING);
    const title = await page.getByRole('heading', { level: 1 }).textContent();
    const heads = await page.evaluate(() =>
      [...document.styleSheets]
        .flatMap(({ cssRules }) => [...cssRules])
        .map(({ cssText }) => cssText)
        .filter((text) => text.startsWith('@page')),
    );
    expect(heads.filter((text) => text.includes(`content: "${title}"`))).toHaveLength(1);
    const styles = (await page.locator('style').allTextContents()).join('');
    expect(styles).toMatch(/@top-center\s*\{font:\s*italic[^}]*Colophon Serif/);
    expect(styles).toMatch(/@bottom-center\s*\{content:\s*counter\(page\)[^}]*Colophon Serif/);
  });

  test('A reader finds the addresses of links and films in a list at the end', async ({ page }) => {
    await page.goto(EVERYTHING);
    await settle(page);
    const links = await page
      .locator('.prose a[href^="http"]')
      .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    const list = page.locator('.print-links');
    await expect(list).toBeVisible();
    const lines = ((await list.textContent()) ?? '').split('\n');
    for (const href of links) expect(lines.filter((line) => line.endsWith(`] ${href}`))).toHaveLength(1);
    expect(lines.filter((line) => /\/definition\.mp4$/.test(line))).toHaveLength(1);
    for (const at of lines.keys()) await expect(page.locator('.prose')).toContainText(`[${at + 1}]`);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await expect(list).toHaveCount(0);
    await expect(page.locator('.prose')).not.toContainText('[1]');
  });

  test('A reader sees the poster of a film, the name of each film and recording, and no controls', async ({
    page,
  }) => {
    await page.goto(EVERYTHING);
    await settle(page);
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    const film = page.locator('.prose video');
    await expect(film).toBeVisible();
    expect(
      (await page.request.get((await film.getAttribute('poster')) ?? '')).headers()['content-type'],
    ).toBe('image/png');
    await expect(page.locator('.prose audio')).toBeHidden();
    await expect(page.locator('.prose')).toContainText('letter by letter [1]');
    await expect(page.locator('.prose')).toContainText('A bell struck once [2]');
    const [words, number] = await page.locator('.embed').evaluate((embed) => {
      const range = document.createRange();
      range.selectNode(embed.lastChild ?? embed);
      return [embed.querySelector('span'), range].map((part) => part?.getBoundingClientRect());
    });
    expect(Math.abs((number?.bottom ?? 0) - (words?.bottom ?? 0)), 'on one line').toBeLessThan(8);
    await film.evaluate((video) => video.removeAttribute('poster'));
    await expect(film).toBeHidden();
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await expect(page.locator('.prose')).not.toContainText('A bell struck once [2]');
  });

  test('A post that links to nothing has no list of addresses', async ({ page }) => {
    await page.goto(SEED);
    await settle(page);
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await expect(page.locator('.print-links')).toHaveCount(1);
    await expect(page.locator('.print-links')).toBeHidden();
  });

  test('A reader without scripts sees where each link leads', async ({ page }) => {
    await page.goto(EVERYTHING);
    const shown = await page
      .locator('.prose a[href^="http"]')
      .evaluateAll((all) =>
        all.map((link) => [link.getAttribute('href'), getComputedStyle(link, '::after').content]),
      );
    expect(shown.length).toBeGreaterThan(0);
    for (const [href, content] of shown) expect(content).toContain(href);
  });

  test('A reader gets every line of code whole, and no figure in two', async ({ page }) => {
    await page.goto(EVERYTHING);
    const code = await page.locator('.prose pre').evaluateAll((all) =>
      all.map((pre) => ({
        space: getComputedStyle(pre.querySelector('code') ?? pre).whiteSpaceCollapse,
        wrap: getComputedStyle(pre.querySelector('code') ?? pre).textWrapMode,
        isWhole: pre.scrollWidth <= pre.clientWidth,
      })),
    );
    expect(code.length).toBeGreaterThan(0);
    for (const block of code) expect(block).toEqual({ space: 'preserve', wrap: 'wrap', isWhole: true });
    const whole = page.locator('.prose :is(figure, table, img, li, .callout, .code-tabs)');
    const breaks = await whole.evaluateAll((all) =>
      all.map((element) => getComputedStyle(element).breakInside),
    );
    expect(breaks.length).toBeGreaterThan(0);
    expect(new Set(breaks)).toEqual(new Set(['avoid']));
    const labels = page.locator('.prose :is(h2, h3, .code-head, caption, thead, p:has(+ figure))');
    const after = await labels.evaluateAll((all) => all.map((label) => getComputedStyle(label).breakAfter));
    expect(after.length).toBeGreaterThan(0);
    expect(new Set(after), 'after what names the next').toEqual(new Set(['avoid']));
    const folds = page.locator('.prose details > :not(summary)');
    for (const folded of await folds.all()) await expect.soft(folded).toBeVisible();
  });
});
