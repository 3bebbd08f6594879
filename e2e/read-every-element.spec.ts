import type { Page } from 'playwright/test';
import { postPath } from './addresses';
import { expect, test } from './site';

const SLUG = 'everything-a-post-can-contain';
const WIDE = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

test.describe('every element', { tag: '@demo' }, () => {
  test('A reader can go to a note and back, below the text or beside it, where none covers another', async ({
    page,
  }) => {
    for (const size of [WIDE, PHONE]) {
      await page.setViewportSize(size);
      await page.goto(postPath(SLUG));
      const mark = page.locator('[role=doc-noteref]').first();
      const note = page.locator('[role=doc-footnote]').first();
      await expect(mark).toHaveAccessibleDescription(/Visual Display/);
      const [text, beside] = [await mark.boundingBox(), await note.boundingBox()];
      if (size === WIDE) {
        expect(beside?.x).toBeGreaterThan(1000);
        await expectApart(page);
      } else expect(beside?.y).toBeGreaterThan(text?.y ?? Number.POSITIVE_INFINITY);
      await mark.click();
      await expect(page).toHaveURL(/#fn-1$/);
      await note.locator('[role=doc-backlink]').click();
      await expect(page).toHaveURL(/#fnref-1$/);
    }
  });

  test('A picture has its place, and its caption the same width, before it arrives and after', async ({
    page,
  }) => {
    await page.setViewportSize(WIDE);
    let open = () => {};
    const opened = new Promise<void>((resolve) => {
      open = resolve;
    });
    await page.route(/\/media\/.*\.(png|avif|webp)$/, (route) => opened.then(() => route.continue()));
    const measure = () =>
      page.locator('.prose figure:has(img, video)').evaluateAll((all) =>
        all.map((figure) => {
          const [picture, caption] = [...figure.querySelectorAll('img, video, figcaption')].map((part) => {
            const { x, width, height } = part.getBoundingClientRect();
            return part.matches('figcaption') ? { x, width } : { x, width, height: Math.round(height) };
          });
          return { picture, caption };
        }),
      );
    await page.goto(postPath(SLUG), { waitUntil: 'domcontentloaded' });
    const early = await measure();
    expect(early.map(({ picture }) => picture?.width)).toEqual([608, 712, 608]);
    for (const { picture, caption } of early) {
      expect(caption).toEqual({ x: picture?.x, width: picture?.width });
    }
    open();
    for (const image of await page.locator('.prose img').all()) {
      await image.scrollIntoViewIfNeeded();
      await expect
        .poll(() => image.evaluate((node: HTMLImageElement) => node.naturalWidth))
        .toBeGreaterThan(0);
    }
    expect(await measure()).toEqual(early);
  });

  test('The caption of a small picture, or of one that never comes, is no column of letters', async ({
    page,
  }) => {
    for (const size of [WIDE, PHONE]) {
      await page.setViewportSize(size);
      await page.route(/\/media\/.*\.(png|avif|webp)$/, (route) => route.abort());
      await page.goto(postPath(SLUG));
      const width = await page
        .locator('.prose figure:has(img)')
        .first()
        .evaluate((figure) => {
          figure.querySelector('picture')?.replaceWith(new Image(40, 40));
          return figure.querySelector('figcaption')?.getBoundingClientRect().width;
        });
      expect(width).toBe(192);
    }
  });

  test('Nothing comes from elsewhere until the reader asks for it', async ({ page, baseURL }) => {
    const foreign: string[] = [];
    await page.route(
      (url) => url.origin !== new URL(baseURL ?? '').origin,
      (route) => {
        foreign.push(new URL(route.request().url()).hostname);
        return route.fulfill({ body: 'A film.', contentType: 'text/html' });
      },
    );
    await page.goto(postPath(SLUG), { waitUntil: 'networkidle' });
    expect(foreign).toEqual([]);
    await page.getByRole('link', { name: /Play on/ }).click();
    await expect(page.locator('iframe')).toHaveAttribute('title', 'But what is a neural network?');
    await expect(page.frameLocator('iframe').getByText('A film.')).toBeVisible();
    expect(foreign).toEqual(['www.youtube-nocookie.com']);
  });

  test('A reader sees the end mark once, whatever a text ends with', async ({ page }) => {
    await page.goto(postPath(SLUG));
    const rubric = await page
      .locator('sup a')
      .first()
      .evaluate((link) => getComputedStyle(link).color);
    // All in one go: between two visits of the page the browser would draw it anew.
    const endings = await page.locator('.prose').evaluate((prose) => {
      const listMarks = () =>
        [prose, ...prose.querySelectorAll('*')].flatMap((element) => {
          const { content, display, color } = getComputedStyle(element, '::after');
          return content.includes('■') ? [{ name: element.localName, display, color }] : [];
        });
      // Each element in turn is the last.
      return [...prose.querySelectorAll(':scope > :not(style, script)')].map((element) => {
        prose.append(element);
        return { name: element.outerHTML.slice(0, 80), marks: listMarks() };
      });
    });
    expect(endings.length).toBeGreaterThan(30);
    for (const { name, marks } of endings) {
      expect.soft(marks, name).toHaveLength(1);
      expect.soft(marks[0]?.color, name).toBe(rubric);
      if (name.startsWith('<p>')) expect.soft(marks[0]?.name, name).toBe('p');
      if (name.startsWith('<colophon-code'))
        expect.soft(marks[0], name).toMatchObject({ name: 'div', display: 'block' });
    }
  });

  test('A light picture is darker in the dark, and one made for the dark is as it is', async ({ page }) => {
    await page.goto(postPath(SLUG));
    const own = page.locator('.prose picture:has(source[media]) img').first();
    const light = page
      .locator('.prose img:not(picture:has(source[media]) *, .figure-ink, .figure-ink *)')
      .first();
    await expect(light).toHaveCSS('filter', 'none');
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect(light).toHaveCSS('filter', 'brightness(0.88)');
    await expect(own).toHaveCSS('filter', 'none');
  });

  test('Code is as wide as the text, and wider where a post asks for it', async ({ page }) => {
    await page.setViewportSize(WIDE);
    const measure = async (slug: string) => {
      await page.goto(postPath(slug));
      const widths = await page
        .locator('.prose > * .code, .prose > .code')
        .evaluateAll((all) => all.map((frame) => Math.round(frame.getBoundingClientRect().width)));
      return [...new Set(widths)].sort();
    };
    expect(await measure(SLUG)).toEqual([608]);
    expect(await measure('slow-start-in-a-packet-trace')).toEqual([608, 712]);
  });

  for (const [name, viewport] of Object.entries({ WIDE, PHONE })) {
    test(`The contents work without JavaScript (${name})`, async ({ browser, baseURL }) => {
      const context = await browser.newContext({
        javaScriptEnabled: false,
        viewport,
        baseURL: baseURL ?? '',
      });
      const page = await context.newPage();
      await page.goto(postPath(SLUG));
      const link = page.locator('.post-contents').getByRole('link', { name: 'Diagrams' });
      if (viewport === PHONE) await page.locator('.post-contents summary').click();
      await expect(link).toBeVisible();
      await link.click();
      await expect(page).toHaveURL(/#diagrams$/);
      await context.close();
    });
  }

  test('A diagram that is little wider than a phone fits it, but not at the cost of enlarged letters', async ({
    page,
  }) => {
    const client = await page.context().newCDPSession(page);
    await page.setViewportSize(PHONE);
    await page.goto(postPath(SLUG));
    const measure = () =>
      page.locator('.diagram svg').evaluate((svg) => ({
        letters:
          (svg.getBoundingClientRect().width / Number(svg.getAttribute('viewBox')?.split(' ')[2])) * 16,
        scrolls: (svg.parentElement?.scrollWidth ?? 0) > (svg.parentElement?.clientWidth ?? 0),
      }));
    const plain = await measure();
    expect(plain.scrolls).toBe(false);
    expect(plain.letters).toBeGreaterThan(12);
    await client.send('Page.setFontSizes', { fontSizes: { standard: 32 } });
    await expect.poll(async () => (await measure()).letters).toBeGreaterThan(19);
    expect((await measure()).scrolls).toBe(true);
  });

  test('The page has no style attribute, its contents once, and names for formulas and diagrams', async ({
    page,
  }) => {
    await page.goto(postPath(SLUG));
    await expect(page.locator('[style]')).toHaveCount(0);
    await expect(page.getByRole('navigation', { name: 'Contents' })).toHaveCount(1);
    await expect(page.locator('.post-contents a', { hasText: 'Diagrams' })).toHaveCount(1);
    await expect(page.getByRole('img', { name: /^A post is read, checked/ })).toBeVisible();
    await expect(page.locator('math').first()).toBeVisible();
    await expect(page.getByRole('group', { name: 'Formula' })).toHaveCount(2);
    await expect(page.getByRole('table', { name: 'What a page with code loads' })).toBeVisible();
  });
});

/** Notes stand below each other. */
async function expectApart(page: Page): Promise<void> {
  const notes = await page.locator('[role=doc-footnote]').all();
  const boxes = await Promise.all(notes.map((note) => note.boundingBox()));
  expect(boxes.length).toBeGreaterThan(1);
  for (const [index, box] of boxes.slice(1).entries()) {
    const before = boxes[index];
    expect(box?.y).toBeGreaterThan((before?.y ?? 0) + (before?.height ?? 0));
  }
}
