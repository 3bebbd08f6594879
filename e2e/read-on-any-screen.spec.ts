import type { Page } from 'playwright/test';
import { homePath } from '@/lib/urls';
import { listPageTypes, settle } from './page-types';
import { expect, test } from './site';

const WIDTHS = [320, 390, 768, 1024, 1440, 2560];

test('A reader never scrolls sideways, whatever the width of the screen', async ({ page, index }) => {
  for (const path of listPageTypes(index)) {
    await page.goto(path);
    await settle(page);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      expect.soft(await listOverflow(page), `${path}, ${width} px wide`).toEqual([]);
    }
  }
});

test.describe('enlarged four times', () => {
  // What is left of 1280 × 1024 px.
  test.use({ viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 });

  test('A reader who enlarges pages sees text at once, and never scrolls sideways', async ({
    page,
    index,
  }) => {
    for (const path of listPageTypes(index)) {
      await page.goto(path);
      await settle(page);
      expect.soft(await listOverflow(page), path).toEqual([]);
      // More than half of the screen is for the text.
      const box = await page.getByRole('main').boundingBox();
      expect.soft(box?.y, `head of ${path}`).toBeLessThan(128);
    }
  });
});

test('A reader whose text is twice as large never scrolls sideways on a phone', async ({ page, index }) => {
  const client = await page.context().newCDPSession(page);
  await client.send('Page.setFontSizes', { fontSizes: { standard: 32 } });
  await page.setViewportSize({ width: 390, height: 844 });
  for (const path of listPageTypes(index)) {
    await page.goto(path);
    await settle(page);
    await expect(page.locator('html')).toHaveCSS('font-size', '32px');
    expect.soft(await listOverflow(page), path).toEqual([]);
  }
});

for (const { width, size } of [
  { width: 320, size: 16 },
  { width: 390, size: 16 },
  { width: 390, size: 32 },
  { width: 1024, size: 16 },
]) {
  test(`A reader finds the navigation in order, and all of it on the page, ${width} px wide, text of ${size} px`, async ({
    page,
    index,
  }) => {
    const client = await page.context().newCDPSession(page);
    await client.send('Page.setFontSizes', { fontSizes: { standard: size } });
    await page.setViewportSize({ width, height: 844 });
    await page.goto(homePath);
    const links = page.getByRole('navigation', { name: 'Site' }).getByRole('link').filter({ visible: true });
    const boxes = await links.evaluateAll((all) =>
      all.map((link) => link.getBoundingClientRect()).map(({ left, top }) => ({ left, top })),
    );
    const tops = [...new Set(boxes.map(({ top }) => top))];
    // Large words may need a second line, which begins where the first one does.
    if (size === 16) expect(tops).toHaveLength(1);
    expect(new Set(tops.map((row) => boxes.find(({ top }) => top === row)?.left)).size).toBe(1);
    for (const { label } of index.site.navigation) {
      const link = page.locator('header, footer').getByRole('link', { name: label, exact: true });
      await expect(link.filter({ visible: true })).toHaveCount(1);
    }
  });
}

for (const width of [390, 1440]) {
  for (const delay of [0, 700]) {
    const when = delay === 0 ? 'as the page arrives' : 'when its faces come late';
    test(`A reader sees nothing move ${when}, and nothing is logged, ${width} px wide`, async ({
      index,
      context,
    }) => {
      const messages: string[] = [];
      context.on('console', (message) => messages.push(`${message.type()}: ${message.text()}`));
      context.on('weberror', (error) => messages.push(error.error().message));
      await context.addInitScript(watchShifts);
      if (delay > 0) {
        await context.route('**/*.woff2', async (route) => {
          await new Promise((later) => setTimeout(later, delay));
          await route.continue();
        });
      }
      const visit = async (path: string) => {
        const page = await context.newPage();
        await page.setViewportSize({ width, height: 844 });
        await page.goto(path);
        await settle(page);
        const shifts = await page.evaluate(() => Reflect.get(window, 'shifts') as { value: number }[]);
        await page.close();
        const sum = shifts.reduce((total, { value }) => total + value, 0);
        expect.soft(sum, `${path} ${JSON.stringify(shifts)}`).toBeLessThan(0.001);
      };
      const paths = listPageTypes(index);
      // Side by side, since most of the time is spent waiting.
      for (let at = 0; at < paths.length; at += 4) await Promise.all(paths.slice(at, at + 4).map(visit));
      // The browser reports the status of the missing page itself.
      expect(messages.filter((message) => !/status of 404/.test(message))).toEqual([]);
    });
  }
}

/** What reaches beyond the edge of the screen, where that makes the page wider. */
async function listOverflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= innerWidth) return [];
    const beyond = [...document.querySelectorAll('body *')].filter((element) => {
      // What scrolls on its own may be as wide as it likes.
      if (element.closest('pre > *, [role=group] > *')) return false;
      const { left, right } = element.getBoundingClientRect();
      return right > clientWidth + 0.5 || left < -0.5;
    });
    return [`${scrollWidth} px`, ...beyond.slice(0, 5).map(({ outerHTML }) => outerHTML.slice(0, 120))];
  });
}

function watchShifts(): void {
  const shifts: object[] = [];
  Object.assign(window, { shifts });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { value, hadRecentInput, sources } = entry as PerformanceEntry & {
        value: number;
        hadRecentInput: boolean;
        sources: { node: Element | null; previousRect: DOMRect; currentRect: DOMRect }[];
      };
      const moved = sources.map(({ node, previousRect, currentRect }) => ({
        element: node?.className || node?.nodeName,
        from: [previousRect.y, previousRect.height],
        to: [currentRect.y, currentRect.height],
      }));
      if (!hadRecentInput) shifts.push({ value, moved });
    }
  }).observe({ type: 'layout-shift', buffered: true });
}
