import type { Page } from 'playwright/test';
import { homePath, postPath } from '@/lib/urls';
import { listPageTypes, settle } from './page-types';
import { expect, test } from './site';

const WIDTHS = [320, 390, 768, 1024, 1440, 2560];

/** Of the layout (https://web.dev/articles/cls), by fonts of the system that give way to those of the site. */
const MOST_SHIFT = 0.02;

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
    const when = delay === 0 ? 'as the page arrives' : 'when its fonts come late';
    // Of a font that a blog brings along, only the widths are matched: a line may break elsewhere until it arrives.
    const tag = delay === 0 ? [] : '@demo';
    test(`A reader sees next to nothing move ${when}, and nothing is logged, ${width} px wide`, {
      tag,
    }, async ({ index, context }) => {
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
      const visit = async (path: string, most = MOST_SHIFT) => {
        const page = await context.newPage();
        await page.setViewportSize({ width, height: 844 });
        await page.goto(path);
        await settle(page);
        const shifts = await page.evaluate(() => Reflect.get(window, 'shifts') as { value: number }[]);
        await page.close();
        const sum = shifts.reduce((total, { value }) => total + value, 0);
        expect.soft(sum, `${path} ${JSON.stringify(shifts)}`).toBeLessThanOrEqual(most);
      };
      const paths = listPageTypes(index);
      // Side by side, since most of the time is spent waiting.
      for (let at = 0; at < paths.length; at += 4)
        await Promise.all(paths.slice(at, at + 4).map((path) => visit(path)));
      // The fonts are in the cache now, which routes switch off.
      if (delay === 0) for (const path of paths) await visit(path, 0.001);
      // The browser reports the status of the missing page itself.
      expect(messages.filter((message) => !/status of 404/.test(message))).toEqual([]);
    });
  }
}

/** Elements of a text whose words may be of any length, with the place of these words. */
const ELEMENTS = [
  '<p>WORDS</p>',
  '<p><code class="long-code">WORDS</code></p>',
  '<p><strong><code>--a-flag-of-27-characters-x</code></strong></p>',
  '<h2>WORDS <code>--a-flag-of-27-characters-x</code></h2>',
  '<p><kbd>WORDS</kbd> <abbr title="x">WORDS</abbr> <mark>WORDS</mark> x<sup>WORDS</sup></p>',
  '<p><math><mi>WORDS</mi><mo>=</mo><mi>x</mi></math></p>',
  '<table><caption>WORDS</caption><thead><tr><th>WORDS</th></tr></thead></table>',
  '<ul><li class="task-list-item"><input type="checkbox" disabled> WORDS</li></ul>',
  '<dl><dt>WORDS</dt><dd><code class="long-code">WORDS</code></dd></dl>',
  '<details open><summary>WORDS</summary>WORDS</details>',
  '<div class="callout"><span class="callout-label">WORDS</span><p>WORDS</p></div>',
  '<figure class="figure"><figcaption>WORDS</figcaption></figure>',
  '<div class="embed"><a href="/"><cite>WORDS</cite><span>WORDS</span></a></div>',
  `${'<ul><li>x'.repeat(16)}WORDS${'</li></ul>'.repeat(16)}`,
  `${'<ol><li>x'.repeat(16)}<code>--a-flag-of-27-characters-x</code>${'</li></ol>'.repeat(16)}`,
  `${'<blockquote><p>x</p>'.repeat(60)}WORDS${'</blockquote>'.repeat(60)}`,
  `${'<blockquote><ul><li>'.repeat(20)}WORDS${'</li></ul></blockquote>'.repeat(20)}`,
];

for (const { width, size } of [
  { width: 320, size: 16 },
  { width: 390, size: 32 },
  { width: 1440, size: 16 },
]) {
  test(`No word is so long, no list so deep that a page scrolls sideways, ${width} px wide, text of ${size} px`, async ({
    page,
    index,
  }) => {
    const client = await page.context().newCDPSession(page);
    await client.send('Page.setFontSizes', { fontSizes: { standard: size } });
    await page.setViewportSize({ width, height: 844 });
    const post = index.posts.find(({ tags }) => tags.length > 0) ?? index.posts[0];
    const word = 'Donaudampfschifffahrtsgesellschaft'.repeat(12);
    for (const path of [homePath, postPath(post?.slug ?? '')]) {
      await page.goto(path);
      await settle(page);
      // Titles, tags, names and whatever else a post or a setting may fill.
      await page.evaluate((long) => {
        const fields =
          'h1, .site-links a, .wordmark-name, .meta a, .entry-title, .post-contents a, nav a > span, .inline-list li';
        for (const field of document.querySelectorAll(fields)) field.textContent = long;
      }, word);
      expect.soft(await listOverflow(page), path).toEqual([]);
    }
    for (const element of ELEMENTS) {
      await page.locator('.prose').evaluate(
        (prose, html) => {
          const range = document.createRange();
          prose.replaceChildren(range.createContextualFragment(html));
        },
        // Tables are as wide as they need to be, within their own scroller.
        element
          .replaceAll('WORDS', word)
          .replace(/^<table.*/, (table) => `<div class="table-scroller" role="group">${table}</div>`),
      );
      expect.soft(await listOverflow(page), element).toEqual([]);
    }
  });
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
