import type { Page } from 'playwright/test';
import { postPath } from './addresses';
import { expect, test } from './site';

const POST = postPath('parts-of-its-own');
const counter = /^Counted to/;

test.describe('A post with a component of its own', { tag: '@fixtures' }, () => {
  test('A reader can use it, leave for a page without a framework, and come back', { tag: '@files' }, async ({
    page,
  }) => {
    await page.goto(POST);
    await expect(page.getByText('Good morning, reader.')).toBeVisible();
    const button = page.getByRole('button', { name: counter });
    await expect(button).toHaveText('Counted to 3');
    await expect(async () => {
      await button.click();
      await expect(button).not.toHaveText('Counted to 3', { timeout: 500 });
    }).toPass();

    await page.getByRole('main').getByRole('link', { name: 'the archive' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Archive' })).toBeVisible();
    expect(await listFrameworkScripts(page)).toEqual([]);

    await page.goBack();
    await expect(page.getByRole('button', { name: counter })).toBeVisible();
    expect((await listFrameworkScripts(page)).length).toBeGreaterThan(0);
  });

  test('A reader without JavaScript sees it as it starts', async ({ browser, baseURL }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${baseURL}${POST}`);
    await expect(page.getByRole('button', { name: 'Counted to 3' })).toBeVisible();
    await context.close();
  });
});

for (const path of ['/', POST]) {
  test(`A reader is safe from a script that someone slips into ${path}`, {
    tag: ['@fixtures', '@files'],
  }, async ({ page }) => {
    await page.goto(path);
    const blocked = await page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
            resolve(effectiveDirective),
          );
          const script = document.createElement('script');
          script.textContent = 'document.title = "taken over"';
          document.body.append(script);
        }),
    );
    expect(blocked).toBe('script-src-elem');
    expect(await page.title()).not.toBe('taken over');
  });
}

async function listFrameworkScripts(page: Page): Promise<string[]> {
  const sources = await page
    .locator('script[src]')
    .evaluateAll((scripts) => scripts.map((script) => script.getAttribute('src')));
  return sources.filter((source) => source !== null).filter((source) => source.includes('/_next/'));
}
