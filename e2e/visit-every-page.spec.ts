import type { CDPSession, Page } from 'playwright/test';
import { ALL_RULES, COLOUR_RULES, listViolations } from './axe';
import { MAX_SHIFT, readShifts, watchShifts } from './layout-shifts';
import { listOverflow } from './overflow';
import { listPageTypes, settle } from './page-types';
import { expect, test } from './site';

/** One visit finds out all that holds for every page: most of the time of a test is spent on the way to a page. */
for (const { width, others } of [
  { width: 390, others: [320] },
  { width: 1440, others: [768, 1024, 2560] },
]) {
  test(`A reader finds every type of page still, whole and open to everyone, ${width} px wide`, async ({
    page,
    index,
  }) => {
    const messages: string[] = [];
    page.on('console', (message) => messages.push(`${page.url()} ${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => messages.push(`${page.url()} ${error.message}`));
    await page.addInitScript(watchShifts);
    const client = await page.context().newCDPSession(page);
    for (const path of listPageTypes(index)) {
      await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'no-preference' });
      await page.setViewportSize({ width, height: 900 });
      await page.goto(path);
      await settle(page);
      await expectStill(page, path, MAX_SHIFT);
      await expectFontsAskedFor(page, path);
      await expectLandmarks(page, path);
      await expectAccessible(page, path);
      for (const other of [width, ...others]) await expectNoOverflow(page, path, other);
      if (width === 390) await expectRoomForEnlarged(page, client, path);
      // Fonts are in the cache now.
      await page.setViewportSize({ width, height: 900 });
      await page.reload();
      await settle(page);
      await expectStill(page, `${path} again`, 0.001);
    }
    // The browser reports the status of the missing page itself.
    expect(messages.filter((message) => !/status of 404/.test(message))).toEqual([]);
  });
}

async function expectStill(page: Page, path: string, limit: number): Promise<void> {
  const { sum, shifts } = await readShifts(page);
  expect.soft(sum, `${path} moved ${shifts}`).toBeLessThanOrEqual(limit);
}

/** A page preloads the fonts it needs, and no other. */
async function expectFontsAskedFor(page: Page, path: string): Promise<void> {
  const found = await page.evaluate(() => ({
    loaded: [...document.fonts].filter(
      ({ status, family }) => status === 'loaded' && !/Fallback/.test(family),
    ).length,
    asked: document.querySelectorAll('link[as=font]').length,
    late: performance
      .getEntriesByType('resource')
      .filter((entry) => /\.woff2$/.test(entry.name) && Reflect.get(entry, 'initiatorType') !== 'link')
      .map(({ name }) => name),
  }));
  expect.soft(found, `fonts of ${path}`).toEqual({ loaded: found.asked, asked: found.asked, late: [] });
}

/** The same landmarks, and one order of headings. */
async function expectLandmarks(page: Page, path: string): Promise<void> {
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
  expect.soft(levels[0], `first heading of ${path}`).toBe(1);
  expect.soft(levels.filter((level) => level === 1).length, `h1 of ${path}`).toBe(1);
  const jumps = levels.filter((level, at) => at > 0 && level - (levels[at - 1] ?? 0) > 1);
  expect.soft(jumps, `levels left out on ${path}`).toEqual([]);
}

/** Axe, in both themes; and no motion for a reader who wants none. */
async function expectAccessible(page: Page, path: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  expect.soft(await listMoving(page), `what moves on ${path}`).toEqual([]);
  expect.soft(await listViolations(page, ALL_RULES), `${path}, light`).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect.soft(await listViolations(page, COLOUR_RULES), `${path}, dark`).toEqual([]);
}

function listMoving(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    // Captions are set by the browser.
    [...document.querySelectorAll('*:not(track)')]
      .filter((element) => {
        const style = getComputedStyle(element);
        // What follows the reader's own scrolling does not move on its own.
        const isAnimated =
          style.animationName !== 'none' &&
          !style.getPropertyValue('animation-timeline').startsWith('scroll');
        return isAnimated || style.transitionDuration !== '0s' || style.scrollBehavior === 'smooth';
      })
      .map(({ outerHTML }) => outerHTML.slice(0, 120)),
  );
}

async function expectNoOverflow(page: Page, path: string, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  expect.soft(await listOverflow(page), `${path}, ${width} px wide`).toEqual([]);
}

/** A page enlarged four times on a screen of 1280 × 1024 px, and text twice as large on a phone. */
async function expectRoomForEnlarged(page: Page, client: CDPSession, path: string): Promise<void> {
  await page.setViewportSize({ width: 320, height: 256 });
  // More than half of the screen is for the text.
  const box = await page.getByRole('main').boundingBox();
  expect.soft(box?.y, `head of ${path}`).toBeLessThan(128);
  await page.setViewportSize({ width: 390, height: 844 });
  await client.send('Page.setFontSizes', { fontSizes: { standard: 32 } });
  await expect(page.locator('html')).toHaveCSS('font-size', '32px');
  expect.soft(await listOverflow(page), `${path}, text of 32 px`).toEqual([]);
  await client.send('Page.setFontSizes', { fontSizes: { standard: 16 } });
}
