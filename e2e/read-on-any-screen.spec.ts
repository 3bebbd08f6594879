import type { Page } from 'playwright/test';
import { homePath, postPath } from './addresses';
import { MAX_SHIFT, readShifts, watchShifts } from './layout-shifts';
import { listOverflow } from './overflow';
import { listPageTypes, settle } from './page-types';
import { expect, test } from './site';

/** Milliseconds by which fonts arrive after the text. */
const FONT_DELAY = 700;

test('A reader finds the navigation in order, and all of it on the page, on any screen, in text of any size', async ({
  page,
  index,
}) => {
  const setScreen = await controlScreen(page);
  await page.goto(homePath);
  for (const [width, size] of [
    [320, 16],
    [390, 16],
    [390, 32],
    [1024, 16],
  ] as const) {
    const screen = `${width} px wide, text of ${size} px`;
    await setScreen(width, size);
    const links = page.getByRole('navigation', { name: 'Site' }).getByRole('link').filter({ visible: true });
    const boxes = await links.evaluateAll((all) =>
      all.map((link) => link.getBoundingClientRect()).map(({ left, top }) => ({ left, top })),
    );
    const tops = [...new Set(boxes.map(({ top }) => top))];
    // Large words may need a second line, which begins where the first one does.
    if (size === 16) expect.soft(tops, screen).toHaveLength(1);
    const starts = tops.map((row) => boxes.find(({ top }) => top === row)?.left);
    expect.soft(new Set(starts).size, screen).toBe(1);
    for (const { label } of index.site.navigation) {
      const link = page.locator('header, footer').getByRole('link', { name: label, exact: true });
      await expect.soft(link.filter({ visible: true }), screen).toHaveCount(1);
    }
  }
});

for (const width of [390, 1440]) {
  // Of a font that a blog brings along, only the widths are matched: a line may break elsewhere until it arrives.
  test(`A reader sees next to nothing move when fonts come late, ${width} px wide`, {
    tag: '@demo',
  }, async ({ index, context }) => {
    await context.addInitScript(watchShifts);
    await context.route('**/*.woff2', async (route) => {
      await new Promise((later) => setTimeout(later, FONT_DELAY));
      await route.continue();
    });
    const visit = async (path: string) => {
      const page = await context.newPage();
      await page.setViewportSize({ width, height: 844 });
      await page.goto(path);
      await settle(page);
      const { sum, shifts } = await readShifts(page);
      expect.soft(sum, `${path} ${shifts}`).toBeLessThanOrEqual(MAX_SHIFT);
      await page.close();
    };
    const paths = listPageTypes(index);
    // Side by side, since most of the time is spent waiting.
    for (let at = 0; at < paths.length; at += 6) await Promise.all(paths.slice(at, at + 6).map(visit));
  });
}

const LONG_WORD = 'Donaudampfschifffahrtsgesellschaft'.repeat(12);

/** A formula within a line, as wide as some that derive something. */
const FORMULA = `<math>${'<mi>x</mi><mo>+</mo>'.repeat(80)}<mi>x</mi></math>`;

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
  '<pre>WORDS</pre>',
  '<p><input size="400"> <select><option>WORDS</option></select> <textarea cols="400"></textarea> <progress></progress></p>',
  '<p><iframe width="3000" title="x"></iframe> <object width="3000"></object> <canvas width="3000"></canvas></p><hr width="3000">',
  '<div class="embed"><a href="/"><cite>WORDS</cite><span>WORDS</span></a></div>',
  `${'<ul><li>x'.repeat(16)}WORDS${'</li></ul>'.repeat(16)}`,
  `${'<ol><li>x'.repeat(16)}<code>--a-flag-of-27-characters-x</code>${'</li></ol>'.repeat(16)}`,
  `${'<blockquote><p>x</p>'.repeat(60)}WORDS${'</blockquote>'.repeat(60)}`,
  `${'<blockquote><ul><li>'.repeat(20)}WORDS${'</li></ul></blockquote>'.repeat(20)}`,
  `${'<div class="callout">x'.repeat(30)}WORDS${'</div>'.repeat(30)}`,
  `${'<div class="callout"><blockquote><ul><li>'.repeat(10)}WORDS${'</li></ul></blockquote></div>'.repeat(10)}`,
  `<p><em>${FORMULA}</em></p>`,
  `<p>x <span class="unbroken">(${FORMULA}).</span></p>`,
  `<ul><li>x <span class="unbroken">${FORMULA},</span><ol><li><strong>${FORMULA}</strong></li></ol></li></ul>`,
  `<dl><dt>${FORMULA}</dt><dd>${FORMULA}</dd></dl>`,
  `<div class="callout"><span class="callout-label">Note</span><p>${FORMULA}</p><p>${FORMULA}</p></div>`,
  `<details open><summary>${FORMULA}</summary></details><figure class="figure"><figcaption>${FORMULA}</figcaption></figure>`,
  `<p>x</p><aside class="sidenote">${FORMULA}</aside>`,
  '<p><ruby class="long-ruby">WORDS<rt>WORDS</rt></ruby></p>',
];

const SCREENS = [
  [320, 16],
  [390, 32],
  [1440, 16],
] as const;

test('No title, tag or name is so long that a page scrolls sideways', async ({ page, index }) => {
  const setScreen = await controlScreen(page);
  const post = index.posts.find(({ tags }) => tags.length > 0) ?? index.posts[0];
  for (const path of [homePath, postPath(post?.slug ?? '')]) {
    await page.goto(path);
    await settle(page);
    // Titles, tags, names and whatever else a post or a setting may fill.
    await page.evaluate((long) => {
      const fields =
        'h1, .site-links a, .wordmark-name, .meta a, .entry-title, .post-contents a, nav a > span, .inline-list li';
      for (const field of document.querySelectorAll(fields)) field.textContent = long;
    }, LONG_WORD);
    for (const [width, size] of SCREENS) {
      await setScreen(width, size);
      expect.soft(await listOverflow(page), `${path}, ${width} px wide, text of ${size} px`).toEqual([]);
    }
  }
});

// The elements are those of the engine, whatever a blog holds.
test('No word of a text is so long, no list so deep that a page scrolls sideways', {
  tag: '@fixtures',
}, async ({ page }) => {
  const setScreen = await controlScreen(page);
  // Where the framework runs, a page has the whole style sheet, not only the rules for what is on it.
  await page.goto(postPath('parts-of-its-own'));
  await settle(page);
  for (const [width, size] of SCREENS) {
    await setScreen(width, size);
    for (const element of ELEMENTS) {
      await page.locator('.prose').evaluate(
        (prose, html) => {
          const range = document.createRange();
          prose.replaceChildren(range.createContextualFragment(html));
        },
        // Tables are as wide as they need to be, within their own scroller.
        element
          .replaceAll('WORDS', LONG_WORD)
          .replace(/^<table.*/, (table) => `<div class="table-scroller" role="group">${table}</div>`),
      );
      const place = `${element}, ${width} px wide, text of ${size} px`;
      expect.soft(await listOverflow(page), place).toEqual([]);
    }
  }
});

/** Sets the width of the screen and the size of text, once both are in force. */
async function controlScreen(page: Page): Promise<(width: number, size: number) => Promise<void>> {
  const client = await page.context().newCDPSession(page);
  return async (width, size) => {
    await page.setViewportSize({ width, height: 844 });
    await client.send('Page.setFontSizes', { fontSizes: { standard: size } });
    await expect(page.locator('html')).toHaveCSS('font-size', `${size}px`);
  };
}
