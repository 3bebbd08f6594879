import type { Page } from 'playwright/test';
import { findBrowser } from '@/scripts/browser';
import { address, archivePath, feedPath, homePath, pagePath, postPath, tagsPath } from './addresses';
import { settle } from './page-types';
import { test as base, expect } from './site';

/** A browser that keeps pages for going back, as readers' browsers do; Playwright's does not, nor one without windows. */
const test = base.extend<{ page: Page }>({
  page: async ({ playwright, launchOptions, baseURL }, use) => {
    const executablePath = findBrowser('whole');
    const browser = await playwright.chromium.launch({
      ...launchOptions,
      ...(executablePath !== undefined && { executablePath }),
      ignoreDefaultArgs: ['--disable-back-forward-cache'],
    });
    await use(await browser.newPage({ ...(baseURL !== undefined && { baseURL }) }));
    await browser.close();
  },
});

test('A reader who goes back finds the page as they left it, at once', { tag: '@fixtures' }, async ({
  page,
  index,
}) => {
  const [post] = index.posts;
  for (const path of [homePath, archivePath(), postPath(post?.slug ?? '')]) {
    await page.goto(path);
    await settle(page);
    await page.evaluate(() => {
      Object.assign(window, { isAsLeft: true });
      document.body.style.minBlockSize = '5000px';
      scrollTo(0, 700);
    });
    await leave(page);
    await page.evaluate(() => history.back());
    await expect(page, path).toHaveURL(path);
    const found = () => page.evaluate(() => ({ isAsLeft: 'isAsLeft' in window, scrolled: scrollY }));
    await expect.poll(found, path).toEqual({ isAsLeft: true, scrolled: 700 });
  }
});

test('A reader who points at a link has its page before the click', { tag: '@fixtures' }, async ({
  page,
  index,
}) => {
  const [post] = index.posts;
  await page.goto(homePath);
  await settle(page);
  const link = page
    .getByRole('main')
    .locator(`a[href="${postPath(post?.slug ?? '')}"]`)
    .first();
  const session = await page.context().newCDPSession(page);
  const fetched: string[] = [];
  session.on('Preload.prefetchStatusUpdated', ({ prefetchUrl, status }) => {
    if (status === 'Ready') fetched.push(new URL(prefetchUrl).pathname);
  });
  await session.send('Preload.enable');
  await link.hover();
  await expect.poll(() => fetched).toEqual([postPath(post?.slug ?? '')]);
  await link.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(post?.title ?? '');
  const delivery = () =>
    page.evaluate(() => Reflect.get(performance.getEntriesByType('navigation')[0] ?? {}, 'deliveryType'));
  expect(await delivery()).toBe('navigational-prefetch');
});

test('A browser is asked to fetch pages of the site, and nothing that is none or lives elsewhere', {
  tag: '@fixtures',
}, async ({ page }) => {
  await page.goto(homePath);
  const session = await page.context().newCDPSession(page);
  const asked = new Set<string>();
  session.on('Preload.prefetchStatusUpdated', ({ prefetchUrl }) => asked.add(prefetchUrl));
  await session.send('Preload.enable');
  // Addresses that no other link of the page has: a browser knows what to fetch by address.
  const links = [
    { href: feedPath },
    { href: address('/media/0/a.png') },
    { href: '#main' },
    { href: 'https://elsewhere.example/' },
    { href: pagePath('in-another-window'), target: '_blank' },
    { href: pagePath('to-keep'), download: 'it' },
    { href: pagePath('a-page') },
  ];
  await page.evaluate((links) => {
    const list = document.createElement('p');
    for (const link of links) {
      list.append(
        Object.assign(document.createElement('a'), { ...link, textContent: `to ${link.href}` }),
        ' ',
      );
    }
    document.querySelector('main')?.prepend(list);
  }, links);
  for (const { href } of links) {
    await page.getByRole('link', { name: `to ${href}` }).hover();
    // A browser fetches what is pressed at once. Let go elsewhere, it is not followed.
    await page.mouse.down();
    await page.mouse.move(0, 0);
    await page.mouse.up();
  }
  await expect.poll(() => [...asked].map((url) => new URL(url).pathname)).toEqual([pagePath('a-page')]);
});

async function leave(page: Page): Promise<void> {
  await page.getByRole('contentinfo').getByRole('link').first().waitFor();
  await page.evaluate((href) => Object.assign(location, { href }), tagsPath());
  await expect(page).toHaveURL(tagsPath());
  await settle(page);
}
