import { getFirstSentence } from '@/lib/content/first-sentence';
import { drawOrnament } from '@/lib/site/ornament/draw-ornament';
import { SPECIMEN_SLUG } from '@/lib/urls';
import { authorPath, homePath, pagePath, postPath } from './addresses';
import { SEED } from './page-types';
import { expect, test } from './site';

test('A post has its ornament at its head, and its cover or its ornament at the head of the home page', async ({
  page,
  index,
}) => {
  const [newest] = index.posts;
  const slug = newest?.slug ?? '';
  for (const path of [homePath, postPath(slug)]) {
    await page.goto(path);
    const head = page.getByRole('article').filter({ hasText: newest?.title ?? '' });
    const ornament = head.locator('svg.ornament');
    if (path === homePath && newest?.cover) {
      await expect(head.getByRole('img', { name: newest.cover.alt })).toBeVisible();
      await expect(ornament).toHaveCount(0);
      continue;
    }
    await expect(ornament).toHaveAttribute('aria-hidden', 'true');
    const paths = await ornament
      .locator('path')
      .evaluateAll((all) => all.map((one) => one.getAttribute('d')));
    const { line, solid, accent } = drawOrnament(slug);
    expect(paths, path).toEqual([line, solid, accent].filter((data) => data !== ''));
  }
});

test('The ornament is in the colours of the page, in both themes and in those of the reader', {
  tag: '@demo',
}, async ({ browser }) => {
  for (const options of [
    { colorScheme: 'light' },
    { colorScheme: 'dark' },
    { forcedColors: 'active' },
  ] as const) {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    await page.goto(SEED);
    const [ink, rubric, text, link] = await page.evaluate(() => {
      const colourOf = (selector: string, name: 'fill' | 'color') => {
        const element = document.querySelector(selector);
        return element ? getComputedStyle(element)[name] : '';
      };
      const probe = document.body.appendChild(document.createElement('b'));
      probe.id = 'probe';
      probe.style.color = 'var(--color-rubric)';
      return [
        colourOf('.ornament path:not(.accent)[d]:not([fill])', 'fill'),
        colourOf('.ornament .accent', 'fill'),
        colourOf('h1', 'color'),
        colourOf('#probe', 'color'),
      ];
    });
    expect(ink, JSON.stringify(options)).toBe(text);
    expect(rubric, JSON.stringify(options)).toBe(link);
    expect(ink, JSON.stringify(options)).not.toBe(rubric);
    await context.close();
  }
});

test('The next posts of the home page have one line each, on one row', { tag: '@demo' }, async ({
  page,
  index,
}) => {
  await page.goto(homePath);
  const lines = page.locator('.entry-line');
  const others = index.posts.slice(1).filter(({ featured }) => !featured);
  await expect(lines).toHaveText(
    others
      .slice(0, index.site.describedOnHome)
      .map(({ description, lang = index.site.language }) => getFirstSentence(description, lang)),
  );
  for (const line of await lines.all()) {
    const { height, lineHeight } = await line.evaluate((element) => ({
      height: element.getBoundingClientRect().height,
      lineHeight: Number.parseFloat(getComputedStyle(element).lineHeight),
    }));
    expect(Math.round(height / lineHeight)).toBe(1);
  }
});

test('Leaders lead to a date, and from nothing else', { tag: '@demo' }, async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(homePath);
  const entry = page.locator('.entry').last();
  await expect(entry).toHaveCSS('background-image', /radial-gradient/);
  await entry.evaluate((element) => element.querySelector('time')?.remove());
  await expect(entry).toHaveCSS('background-image', 'none');
});

test('A line beside the contents grows as far as a reader has read, unless they want no motion', {
  tag: '@demo',
}, async ({ browser }) => {
  for (const reducedMotion of ['no-preference', 'reduce'] as const) {
    const context = await browser.newContext({ reducedMotion, viewport: { width: 1440, height: 600 } });
    const page = await context.newPage();
    await page.goto(SEED);
    const nav = page.getByRole('navigation', { name: 'Contents' });
    // Of its height, in percent.
    const readShare = () =>
      nav.evaluate((element) => {
        const { scale } = getComputedStyle(element, '::after');
        return scale === 'none' ? 100 : 100 * Number(scale.split(' ').at(-1));
      });
    const isShown = await nav.evaluate((element) => getComputedStyle(element, '::after').content !== 'none');
    expect(isShown).toBe(reducedMotion === 'no-preference');
    if (!isShown) continue;
    expect(await readShare()).toBe(0);
    const scrollTo = (share: number) =>
      page.locator('.prose').evaluate((prose, part) => {
        const { top, height } = prose.getBoundingClientRect();
        window.scrollTo({ top: scrollY + top + (height - innerHeight) * part, behavior: 'instant' });
      }, share);
    await scrollTo(0.5);
    await expect.poll(readShare).toBeGreaterThan(45);
    expect(await readShare()).toBeLessThan(55);
    await scrollTo(1.05);
    await expect.poll(readShare).toBe(100);
    await context.close();
  }
});

test('An author has a bookplate with the ornament of their name', { tag: '@fixtures' }, async ({
  page,
  index,
}) => {
  for (const id of index.authors.keys()) {
    await page.goto(authorPath(id));
    const plate = page.locator('.bookplate');
    await expect(plate.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(plate.locator('.ornament .accent')).toHaveAttribute('d', drawOrnament(id).accent);
  }
});

test('The page of type and colours shows each token as it is in force', async ({ page, index }) => {
  await page.goto(pagePath(SPECIMEN_SLUG));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Colophon');
  const shown = await page.locator('.pair').evaluateAll((pairs) =>
    pairs.map((pair) => {
      const name = pair.nextElementSibling?.textContent ?? '';
      const [light = '', dark = ''] = [...pair.querySelectorAll('span span')].map(
        (swatch) => getComputedStyle(swatch).backgroundColor,
      );
      const probe = pair.appendChild(document.createElement('i'));
      const toColour = (theme: string) => {
        probe.style.colorScheme = theme;
        probe.style.backgroundColor = `var(${name})`;
        return getComputedStyle(probe).backgroundColor;
      };
      return { name, light, dark, expected: [toColour('light'), toColour('dark')] };
    }),
  );
  expect(shown.length).toBeGreaterThan(20);
  for (const { name, light, dark, expected } of shown) {
    expect([light, dark], name).toEqual(expected);
    expect(light, name).not.toBe('rgba(0, 0, 0, 0)');
  }
  const { accent } = index.site;
  if (accent) await expect(page.getByRole('main')).toContainText(accent.light);
  for (const [token, tag] of [
    ['title', 'h1'],
    ['text', 'body'],
  ] as const) {
    const sizes = await page.evaluate(
      (selectors) =>
        selectors.map((selector) => {
          const element = document.querySelector(selector);
          return element && getComputedStyle(element).fontSize;
        }),
      [`.t-${token}`, tag],
    );
    expect(sizes[0], token).toBe(sizes[1]);
  }
});
