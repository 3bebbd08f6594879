import { archivePath, homePath, postPath } from './addresses';
import { settle } from './page-types';
import { expect, test } from './site';

for (const reducedMotion of ['no-preference', 'reduce'] as const) {
  test(`Pages fade into each other where motion is wanted: ${reducedMotion}`, { tag: '@fixtures' }, async ({
    page,
  }) => {
    await page.emulateMedia({ reducedMotion });
    await page.addInitScript(() => {
      addEventListener('pagereveal', (event) => {
        Object.assign(window, { faded: Reflect.get(event, 'viewTransition') !== null });
      });
    });
    await page.goto(homePath);
    await page.locator(`a[href="${archivePath()}"]`).first().click();
    await page.waitForURL(`**${archivePath()}`);
    const faded = () => page.evaluate(() => Reflect.get(window, 'faded'));
    await expect.poll(faded).toBe(reducedMotion === 'no-preference');
  });
}

test.describe('in the colours of the system', () => {
  test.use({ contextOptions: { forcedColors: 'active' } });

  test('A reader sees what is chosen, where the keys are and where code begins and ends', {
    tag: '@fixtures',
  }, async ({ page }) => {
    await page.goto(postPath('code-with-controls'));
    await settle(page);
    const canvas = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const label = (state: string) => page.locator(`.code-tab-list label:${state}`).first();
    const border = (state: string) =>
      label(state).evaluate((element) => {
        const { borderBottomStyle, borderBottomWidth, borderBottomColor } = getComputedStyle(element);
        return { borderBottomStyle, borderBottomWidth, borderBottomColor };
      });
    const [chosen, other] = [await border('has(:checked)'), await border('not(:has(:checked))')];
    expect(chosen.borderBottomStyle).toBe('solid');
    expect(chosen.borderBottomColor).not.toBe(other.borderBottomColor);
    for (const block of await page.locator('colophon-code').all()) {
      const { style, colour } = await block.evaluate((element) => {
        const { borderBottomStyle, borderBottomColor } = getComputedStyle(element);
        return { style: borderBottomStyle, colour: borderBottomColor };
      });
      expect(style).toBe('solid');
      expect(colour).not.toBe(canvas);
    }
    for (const button of await page.getByRole('button').all()) {
      await button.focus();
      const outline = await button.evaluate((element) => getComputedStyle(element).outlineStyle);
      expect(outline).toBe('solid');
    }
    const pressed = page.getByRole('group', { name: 'Theme' }).locator('[aria-pressed=true]');
    const sign = await pressed.evaluate((element) => getComputedStyle(element, '::before').content);
    expect(sign).toContain('¶');
  });

  test('A reader sees highlighted lines, rules and leaders', async ({ page, index }) => {
    await page.goto(homePath);
    for (const drawn of [page.locator('.post-index').first(), page.locator('.entry:has(time)').first()]) {
      const { image, adjust } = await drawn.evaluate((element) => {
        const style = getComputedStyle(element);
        return { image: style.backgroundImage, adjust: style.getPropertyValue('forced-color-adjust') };
      });
      expect(image).toContain('gradient');
      expect(adjust).toBe('none');
    }
    const slug = ['code-with-controls', 'code-blocks'].find((name) => index.postsBySlug.has(name)) ?? '';
    await page.goto(postPath(slug));
    await settle(page);
    const unread = await page.locator('.code .l, .code .l *, .code mark').evaluateAll((all) =>
      all.flatMap((element) => {
        const { color, backgroundColor } = getComputedStyle(element);
        return color === backgroundColor ? [element.outerHTML.slice(0, 100)] : [];
      }),
    );
    expect(unread).toEqual([]);
  });

  test('A reader of the search sees which field the keys are in', { tag: '@fixtures' }, async ({ page }) => {
    await page.goto('/search');
    const field = page.getByRole('searchbox', { name: 'Search the notes' });
    await field.focus();
    const { outlineStyle, outlineColor } = await field.evaluate((element) => {
      const { outlineStyle, outlineColor } = getComputedStyle(element);
      return { outlineStyle, outlineColor };
    });
    expect(outlineStyle).toBe('solid');
    expect(outlineColor).not.toBe('rgba(0, 0, 0, 0)');
  });
});
