import type { Page } from 'playwright/test';
import { listCards } from '@/lib/cards/card-files';
import { signShare } from '@/lib/share/token';
import { FIXTURES } from '@/scripts/test-sites';
import { absoluteUrl, iconPath, postPath, sharePath, tilePath, toPathOnSite } from './addresses';
import { settle } from './page-types';
import { expect, test } from './site';

const PATH = postPath('two-authors');

test.describe('A blog with an accent and fonts of its own', { tag: '@fixtures' }, () => {
  test('shows its accent in both themes, by system and by choice', async ({ page, index }) => {
    const { light = '', dark = '' } = index.site.accent ?? {};
    expect(light).toMatch(/^#/);
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto(PATH);
    expect(await readAccent(page)).toBe(light);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await readAccent(page)).toBe(dark);
    await page.getByRole('button', { name: 'Light', exact: true }).click();
    expect(await readAccent(page)).toBe(light);
    await page.emulateMedia({ media: 'print' });
    // What print sets aside stays aside.
    expect(await page.evaluate(() => getComputedStyle(document.body).color)).toBe('rgb(0, 0, 0)');
  });

  test('is set in its own fonts, asks for none of the engine, and says so', async ({ page }) => {
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.resourceType() === 'font') asked.push(new URL(request.url()).pathname);
    });
    await page.goto(PATH);
    await settle(page);
    expect(asked.map((path) => toPathOnSite(path).replace(/^\/media\/[\da-f]{12}/, '')).sort()).toEqual([
      '/press-italic.woff2',
      '/press-roman.woff2',
    ]);
    expect(await page.evaluate(() => document.fonts.check('1rem Press'))).toBe(true);
    expect(await page.evaluate(() => getComputedStyle(document.body).fontFamily)).toMatch(/^"?Press\b/);
    await expect(page.locator('.colophon')).toContainText('Set in Press and DejaVu Sans Mono');
    const font = await page.request.get(asked[0] ?? '');
    expect(font.headers()['content-type']).toBe('font/woff2');
    expect(font.headers()['cache-control']).toContain('immutable');
  });

  test('wears them on a shared draft as well', { tag: '@functions' }, async ({ page, index }) => {
    const token = signShare(
      { slug: 'secret-draft-slug', expires: Math.floor(Date.now() / 1000) + 3600 },
      FIXTURES.environment.SHARE_SECRET ?? '',
    );
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto(sharePath(token));
    expect(await readAccent(page)).toBe(index.site.accent?.light);
    await settle(page);
    expect(await page.evaluate(() => document.fonts.check('1rem Press'))).toBe(true);
  });

  test('has the accent in its icons and on its cards', async ({ page, index }) => {
    const { light = '', dark = '' } = index.site.accent ?? {};
    await page.goto(PATH);
    const icon = page.locator('link[rel=icon]');
    await expect(icon).toHaveAttribute('href', iconPath);
    const svg = await (await page.request.get(iconPath)).text();
    expect(svg).toContain(light);
    expect(svg).toContain(dark);
    const tile = await page.request.get(tilePath);
    expect(tile.headers()['content-type']).toBe('image/png');
    const [card] = (await listCards(index)).values();
    expect(card?.source).toMatchObject({ card: { accent: light } });
  });
});

test('A reader can report a mistake in the post at hand', { tag: '@fixtures' }, async ({ page, index }) => {
  await page.goto(PATH);
  const link = page.getByRole('link', { name: 'Report a mistake' });
  const address = new URL((await link.getAttribute('href')) ?? '');
  expect(address.origin + address.pathname).toBe(`${index.site.repository?.issues}/new`);
  expect(address.searchParams.get('title')).toBe(index.postsBySlug.get('two-authors')?.title);
  expect(address.searchParams.get('body')).toContain(absoluteUrl(index.site.url, PATH));
});

/** The second colour as it is painted: that of the mark's lozenge, as `#rrggbb`. */
async function readAccent(page: Page): Promise<string> {
  const painted = await page
    .locator('.site-logo-lozenge')
    .first()
    .evaluate((element) => getComputedStyle(element).fill);
  const channels = painted.match(/[\d.]+/g)?.map(Number) ?? [];
  return `#${channels.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}
