import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Page } from 'playwright/test';
import { archivePath, postPath } from './addresses';
import { expect, test } from './site';

/** What scripts may weigh in a page, all in all (bytes, compressed). */
const BUDGET = 4096;
const BACKGROUND = { light: 'oklch(0.985 0.002 80)', dark: 'oklch(0.185 0.005 70)' };

const CONTROLS = postPath('code-with-controls');
const VARIANTS = postPath('code-in-variants');

test.describe('with a script', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'], colorScheme: 'light' });

  test('A reader can choose a theme, and it stays on every page from the first frame on', {
    tag: '@fixtures',
  }, async ({ page }) => {
    await page.goto('/');
    await expect(page.locator('html')).toHaveCSS('background-color', BACKGROUND.light);
    await expect(themeButton(page, 'Auto')).toHaveAttribute('aria-pressed', 'true');
    await themeButton(page, 'Dark').click();
    await expect(page.locator('html')).toHaveCSS('background-color', BACKGROUND.dark);
    await expect(themeButton(page, 'Dark')).toHaveAttribute('aria-pressed', 'true');
    await expect(themeButton(page, 'Auto')).toHaveAttribute('aria-pressed', 'false');

    // Without the file of the script the first frame is all there is.
    await page.route('**/elements/*', (route) => route.abort());
    await page.goto('/posts');
    await expect(page.locator('html')).toHaveCSS('background-color', BACKGROUND.dark);
    await page.unroute('**/elements/*');

    await page.goto('/tags');
    await expect(themeButton(page, 'Dark')).toHaveAttribute('aria-pressed', 'true');
    await themeButton(page, 'Auto').click();
    await expect(page.locator('html')).toHaveCSS('background-color', BACKGROUND.light);
    await page.goto('/');
    await expect(page.locator('html')).toHaveCSS('background-color', BACKGROUND.light);
  });

  test('A reader can switch between light and dark in the head of a page, in all windows at once', {
    tag: '@fixtures',
  }, async ({ page, context }) => {
    const other = await context.newPage();
    await other.goto(archivePath());
    await page.goto('/');
    await page.getByRole('button', { name: 'Switch between light and dark' }).click();
    await expect(page.locator('html')).toHaveCSS('background-color', BACKGROUND.dark);
    await expect(other.locator('html')).toHaveCSS('background-color', BACKGROUND.dark);
    await expect(themeButton(other, 'Dark')).toHaveAttribute('aria-pressed', 'true');
    await other.getByRole('button', { name: 'Switch between light and dark' }).click();
    await expect(page.locator('html')).toHaveCSS('background-color', BACKGROUND.light);
  });

  test('A reader whose browser keeps nothing can still choose a theme', { tag: '@fixtures' }, async ({
    page,
  }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('Refused', 'SecurityError');
        },
      });
    });
    const errors: string[] = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    await page.goto('/');
    await themeButton(page, 'Dark').click();
    await expect(page.locator('html')).toHaveCSS('background-color', BACKGROUND.dark);
    expect(errors).toEqual([]);
  });

  test('A reader can copy code without prompts, output, line numbers and removed lines', {
    tag: '@fixtures',
  }, async ({ page }) => {
    await page.goto(CONTROLS);
    const copied = async (part: string) => {
      await block(page, part)
        .getByRole('button', { name: /^Cop(y|ied)$/ })
        .click();
      await expect(page.getByRole('status')).toHaveText('Copied');
      return page.evaluate(() => navigator.clipboard.readText());
    };
    expect(await copied('Built 48 pages')).toBe('npm run build\nnpm start');
    expect(await copied('const step')).toBe(
      [
        'const step = 2;',
        'export function count(from: number) {',
        '  const to = from + step;',
        '  return to;',
        '}',
      ].join('\n'),
    );
    const button = block(page, 'const step').getByRole('button');
    await expect(button).toHaveText('Copied');
    await expect(button).toHaveText('Copy');
    await page.evaluate(() => Object.assign(navigator.clipboard, { writeText: () => Promise.reject() }));
    await button.dblclick();
    await expect(button).toHaveText('Not copied');
    await expect(button).toHaveText('Copy');
    expect(await page.evaluate(() => getSelection()?.toString())).toContain('const step = 2;');
  });

  test('A reader whose address ends in something that is no text has every control', {
    tag: '@fixtures',
  }, async ({ page }) => {
    await page.goto(`${CONTROLS}#%E0%A4%A`);
    await expect(block(page, 'const step').getByRole('button')).toBeVisible();
    await page.keyboard.press('/');
    await expect(page.getByRole('dialog')).toBeVisible();
  });

  test('A reader can point at lines of code, and extend what is pointed at', {
    tag: '@fixtures',
  }, async ({ page }) => {
    await page.goto(`${CONTROLS}#counter-L3-L5`);
    const marked = page.locator('.linked');
    await expect(marked).toHaveCount(3);
    await expect(marked.first()).toBeInViewport();
    await page.getByRole('link', { name: 'Line 2', exact: true }).click();
    await expect(page).toHaveURL(/#counter-L2$/);
    await expect(marked).toHaveCount(0);
    await page.getByRole('link', { name: 'Line 4', exact: true }).click({ modifiers: ['Shift'] });
    await expect(page).toHaveURL(/#counter-L2-L4$/);
    await expect(marked).toHaveCount(3);
  });

  test('A reader who chose a variant once finds it chosen in every block and on other pages', {
    tag: '@fixtures',
  }, async ({ page }) => {
    await page.goto(CONTROLS);
    await page.getByRole('radio', { name: 'pnpm' }).check();
    await expect(page.getByText('pnpm add left-pad')).toBeVisible();
    await page.goto(VARIANTS);
    await expect(page.getByRole('radio', { name: 'pnpm', checked: true })).toHaveCount(2);
    await page.getByRole('radio', { name: 'yarn' }).last().check();
    await expect(page.getByRole('radio', { name: 'yarn', checked: true })).toHaveCount(2);
    await page.goBack();
    await expect(page.getByRole('radio', { name: 'yarn' })).toBeChecked();
  });

  test('A reader can see in the contents which section is at hand', {
    tag: '@fixtures',
  }, async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(CONTROLS);
    const contents = page.getByRole('navigation', { name: 'Contents' });
    await expect(contents.locator('[aria-current]')).toHaveCount(0);
    await contents.getByRole('link', { name: 'Change it' }).click();
    await expect(contents.locator('[aria-current="true"]')).toHaveText('Change it');
    // Also one so far down that it never reaches the upper part of the window.
    const last = contents.getByRole('link').last();
    const name = (await last.textContent()) ?? '';
    await last.evaluate((link) => (link as HTMLElement).click());
    await expect(contents.locator('[aria-current="true"]')).toHaveText(name);
    // Until the reader scrolls on.
    await page.mouse.wheel(0, -5000);
    await expect(contents.locator('[aria-current]')).toHaveCount(0);
  });

  test('A reader can use every control with the keyboard alone', { tag: '@fixtures' }, async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(CONTROLS);
    const radio = page.getByRole('radio', { name: 'npm', exact: true });
    await tabTo(page, radio);
    await page.keyboard.press('ArrowRight');
    await expect(page.getByText('pnpm add left-pad')).toBeVisible();

    const copy = block(page, 'Built 48 pages').getByRole('button');
    await tabTo(page, copy);
    await page.keyboard.press('Enter');
    await expect(copy).toHaveText('Copied');

    await tabTo(page, page.getByRole('link', { name: 'Line 1', exact: true }));
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Shift+Enter');
    await expect(page).toHaveURL(/#counter-L1-L3$/);

    const image = page.getByRole('button', { name: 'Enlarge: A wall of type cases' });
    await tabTo(page, image);
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'A wall of type cases' });
    await expect(dialog.getByRole('button', { name: 'Close' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(image).toBeFocused();

    await tabTo(page, themeButton(page, 'Dark'));
    await page.keyboard.press('Space');
    await expect(page.locator('html')).toHaveCSS('background-color', BACKGROUND.dark);
  });

  test('A reader meets nothing on the way of the Tab key that has no use there', {
    tag: '@fixtures',
  }, async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(CONTROLS);
    const counter = block(page, 'const step').getByRole('group', { name: 'Code: counter.ts' });
    await expect(counter).not.toHaveAttribute('tabindex');
    await expect(block(page, 'A line that is much longer').getByRole('group')).toHaveAttribute(
      'tabindex',
      '0',
    );
    await page.setViewportSize({ width: 240, height: 600 });
    await expect(counter).toHaveAttribute('tabindex', '0');
    await page.setViewportSize({ width: 1440, height: 900 });
    await expect(counter).not.toHaveAttribute('tabindex');
  });

  for (const width of [390, 1440]) {
    test(`A reader sees nothing move when the script comes late, ${width} px wide`, {
      tag: '@fixtures',
    }, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      await page.addInitScript(watchShifts);
      // Whatever a late font moves is not the script's doing.
      await page.route('**/*.woff2', (route) => route.abort());
      let release = () => {};
      const painted = new Promise<void>((resolve) => {
        release = resolve;
      });
      await page.route('**/elements/*', async (route) => {
        await painted;
        await route.continue();
      });
      await page.goto(CONTROLS, { waitUntil: 'commit' });
      await page.getByText('npm install left-pad').waitFor();
      await page.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
      );
      release();
      const button = block(page, 'const step').getByRole('button');
      await expect(button).toBeVisible();
      await button.click();
      await expect(button).toHaveText('Copied');
      await expect(button).toHaveText('Copy');
      expect(await page.evaluate(() => Reflect.get(window, 'shifts'))).toEqual([]);
    });
  }

  test('A reader does not pay for the controls with a wait', { tag: ['@fixtures', '@files'] }, async ({
    page,
    index,
  }) => {
    const post = index.posts[0];
    await page.goto(post ? postPath(post.slug) : '/');
    const scripts = page.locator('script:not([type])');
    const inline = await scripts.evaluateAll((all) => all.map(({ textContent }) => textContent ?? ''));
    const paths = await scripts.evaluateAll((all) =>
      all.flatMap((script) => script.getAttribute('src') ?? []),
    );
    expect(paths).toHaveLength(1);
    await expect(page.locator('script[src]')).toHaveAttribute('async');
    const response = await page.request.get(paths[0] ?? '');
    expect(response.headers()['content-type']).toContain('text/javascript');
    expect(response.headers()['cache-control']).toContain('immutable');
    const all = inline.join('') + (await response.text());
    expect(gzipSync(all, { level: 9 }).length).toBeLessThanOrEqual(BUDGET);
    expect(brotliCompressSync(all).length).toBeLessThanOrEqual(BUDGET);
  });
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false, colorScheme: 'dark' });

  test('A reader finds all text, the theme of the system, and no button that does nothing', {
    tag: '@fixtures',
  }, async ({ page }) => {
    await page.goto(CONTROLS);
    await expect(page.locator('html')).toHaveCSS('background-color', BACKGROUND.dark);
    await expect(page.getByRole('button')).toHaveCount(0);
    await expect(page.getByText('A line that is much longer')).toBeVisible();
    await expect(page.getByRole('img', { name: 'A wall of type cases' })).toBeVisible();
    await page.getByRole('radio', { name: 'bun' }).check();
    await expect(page.getByText('bun add left-pad')).toBeVisible();
    await page.getByRole('link', { name: 'Line 3', exact: true }).click();
    await expect(page).toHaveURL(/#counter-L3$/);
  });
});

function themeButton(page: Page, name: string) {
  return page.getByRole('group', { name: 'Theme' }).getByRole('button', { name, exact: true });
}

/** The block of code with this text, its head and buttons included. */
function block(page: Page, text: string) {
  return page.locator('colophon-code').filter({ hasText: text });
}

async function tabTo(page: Page, control: ReturnType<Page['locator']>): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(control).toBeFocused();
}

/** Notes every shift of the layout that no reader asked for. */
function watchShifts(): void {
  const shifts: string[] = [];
  Object.assign(window, { shifts });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { value, hadRecentInput } = entry as PerformanceEntry & {
        value: number;
        hadRecentInput: boolean;
      };
      if (!hadRecentInput) shifts.push(`${value} after ${Math.round(entry.startTime)} ms`);
    }
  }).observe({ type: 'layout-shift', buffered: true });
}
