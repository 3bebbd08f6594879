import { readFileSync } from 'node:fs';
import path from 'node:path';
import { archivePath, commentsPath, homePath, postPath } from '@/lib/urls';
import { takeReadersJourney } from '@/scripts/readers-journey/take-readers-journey';
import { listRenderedFonts } from '../rendered-fonts';
import { readIndex } from '../site';
import { expect, test } from './dev-server';

test('An author sees the fonts of the site on a first page', async ({ page, server }) => {
  const client = await page.context().newCDPSession(page);
  // Next may load a page anew while it still compiles it.
  await expect(async () => {
    await page.goto(server.url + archivePath());
    await page.evaluate(() => document.fonts.ready);
    const fonts = await listRenderedFonts(client, 'h1');
    expect(fonts.map(({ isCustomFont }) => isCustomFont)).toEqual([true]);
  }).toPass();
});

test('An author can see the site as its readers will: no draft, no mark, no box of errors, and go back', async ({
  page,
  server,
}) => {
  const author = readIndex(server.content, 'author');
  const reader = readIndex(server.content, 'public');
  const draft = author.posts.find(({ state }) => state === 'draft');
  server.save('posts/cannot-be-shown.md', '---\ntitle: Never closed\n');
  const main = page.getByRole('main');

  await page.goto(server.url + homePath);
  await expect(main.getByRole('region', { name: 'Problems in the content' })).toBeVisible();
  await expect(main.getByRole('heading', { level: 2, name: reader.posts[0]?.title ?? '' })).toHaveCount(0);
  await page.getByRole('button', { name: 'View as reader' }).click();
  await expect(page.getByRole('complementary', { name: 'Author’s bar' })).toHaveCount(0);
  await expect(main.getByRole('region', { name: 'Problems in the content' })).toHaveCount(0);
  const shown = await main
    .locator('a[href^="/posts/"]')
    .evaluateAll((links) =>
      links.map((link) => decodeURI(link.getAttribute('href') ?? '').replace('/posts/', '')),
    );
  expect(shown.length).toBeGreaterThan(3);
  expect(shown.filter((slug) => !reader.postsBySlug.has(slug))).toEqual([]);
  await expect(main).not.toContainText(/Draft|Scheduled|Unlisted/);

  // Of the archive as well, and where a reader finds nothing.
  await page.goto(server.url + archivePath());
  await expect(main).toContainText(`${reader.posts.length} notes`);
  await expect(main).not.toContainText(/Draft|Scheduled/);
  const missing = await page.goto(server.url + postPath(draft?.slug ?? ''));
  expect(missing?.status()).toBe(404);
  await expect(main).not.toContainText(draft?.title ?? '');
  expect((await page.goto(server.url + postPath('cannot-be-shown')))?.status()).toBe(404);

  await page.goto(server.url + postPath(draft?.slug ?? ''));
  await page.getByRole('button', { name: 'View as author' }).click();
  await expect(page.getByRole('complementary', { name: 'Author’s bar' })).toContainText('Draft');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(draft?.title ?? '');
});

test('An author who asks for nothing below a section is answered in its language', async ({
  page,
  server,
}) => {
  const settings = readFileSync(path.join(server.content, 'site.ts'), 'utf8');
  server.save('site.ts', settings.replace('export default {', "export default {\n  languages: ['de'],"));
  await expect(async () => {
    const missing = await page.goto(`${server.url}/de/nothing`);
    expect(missing?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Seite nicht gefunden', {
      timeout: 2_000,
    });
    await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  }).toPass();
  await page.goto(`${server.url}/nothing`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Page not found');
});

test('An author can try what readers can do, without scripts and with them: comments, decisions, subscriptions and thanks', async ({
  browser,
  server,
}) => {
  const settings = readFileSync(path.join(server.content, 'site.ts'), 'utf8');
  const [{ slug } = { slug: '' }] = readIndex(server.content, 'public').posts;
  const readers = `{ moderators: ['ada@ada.example'], comments: {}, thanks: true, subscriptions: true }`;
  server.save(
    'site.ts',
    settings
      .replace("output: 'export',", '')
      .replace('export default {', `export default {\n  readers: ${readers},`),
  );
  await expect.poll(async () => (await fetch(server.url + commentsPath(slug))).status).toBe(200);
  // Without scripts first: a page that is still compiled is loaded anew by a script of Next, with all that was typed gone.
  for (const [javaScriptEnabled, reader] of [
    [false, 'Alan'],
    [true, 'Grace'],
  ] as const) {
    const page = await browser.newPage({ javaScriptEnabled });
    const visit = { page, url: server.url, slug, readMails: server.readMails };
    await takeReadersJourney(visit, { reader, moderator: 'ada@ada.example' });
    await page.close();
  }
});
