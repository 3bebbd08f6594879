import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright/test';
import sharp from 'sharp';
import { postPath, tagPath } from '@/lib/urls';
import { readIndex } from '../site';
import { type DevServer, expect, test } from './dev-server';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const POST = 'posts/live-note/index.mdx';

const HEAD = `---
title: A live note
description: Written while it is read.
date: 2024-01-02
tags: [Live]
authors: [ada]
---
`;

/** Long enough to be scrolled, with a part that the reader opened. */
const FILLER = Array.from({ length: 40 }, (_, index) => `Paragraph ${index} stands here.`).join('\n\n');
const TEXT = `${HEAD}
<details><summary>More</summary>Behind the fold.</details>

${FILLER}
`;

test.describe.configure({ mode: 'serial' });

test.beforeAll(({ server }) => {
  mkdirSync(path.join(server.content, 'posts/live-note'), { recursive: true });
  server.save(POST, TEXT);
});

test('An author can see a saved post at once, with scroll position and opened parts kept', async ({
  page,
  server,
}) => {
  await openLive(page, server, postPath('live-note'));
  // Nothing else may move the text: the bar has its facts, the fonts are there.
  await expect(page.getByRole('complementary', { name: 'Author’s bar' })).toContainText('words');
  await page.evaluate(() => document.fonts.ready);
  await page.getByText('More', { exact: true }).click();
  await expect(page.getByText('Behind the fold.')).toBeVisible();
  await page.getByText('Paragraph 30').scrollIntoViewIfNeeded();
  const scrolled = await page.evaluate(() => {
    Object.assign(window, { isSameDocument: true });
    return window.scrollY;
  });
  expect(scrolled).toBeGreaterThan(0);

  server.save(POST, TEXT.replace('Paragraph 30 stands here.', 'Paragraph 30 has been rewritten.'));

  await expect(page.getByText('Paragraph 30 has been rewritten.')).toBeVisible();
  expect(await page.evaluate(() => 'isSameDocument' in window)).toBe(true);
  expect(await page.evaluate(() => window.scrollY)).toBe(scrolled);
  await expect(page.getByText('Behind the fold.')).toBeVisible();
});

test('An author can see what was saved before the open page began to listen', async ({ page, server }) => {
  let listen = () => {};
  const mayListen = new Promise<void>((resolve) => {
    listen = resolve;
  });
  await page.route('**/live', async (route) => {
    await mayListen;
    await route.continue();
  });
  await page.goto(server.url + postPath('live-note'));
  await expect(page.getByRole('complementary', { name: 'Author’s bar' })).toContainText('words');

  server.save(POST, TEXT.replace('Paragraph 1 stands here.', 'Paragraph 1 was saved early.'));
  const fetchText = async () => (await page.request.get(server.url + postPath('live-note'))).text();
  await expect.poll(fetchText).toContain('was saved early');
  await expect(page.getByText('Paragraph 1 stands here.')).toBeVisible();
  listen();

  await expect(page.getByText('Paragraph 1 was saved early.')).toBeVisible();
  server.save(POST, TEXT);
  await expect(page.getByText('Paragraph 1 stands here.')).toBeVisible();
});

test('An author who saves half a thought keeps the last good text in place, and reads above it what is wrong', async ({
  page,
  server,
}) => {
  server.save(POST, TEXT);
  await openLive(page, server, postPath('live-note'));
  await expect(page.getByRole('complementary', { name: 'Author’s bar' })).toContainText('words');
  await page.evaluate(() => document.fonts.ready);
  const paragraph = page.getByText('Paragraph 30 stands here.');
  await paragraph.scrollIntoViewIfNeeded();
  const readPlace = () => paragraph.evaluate((element) => element.getBoundingClientRect().top);
  const place = await readPlace();
  const problems = page.getByRole('region', { name: 'What keeps this page from being shown' });
  const opacity = () =>
    paragraph.evaluate((element) => getComputedStyle(element.closest('main > *') ?? element).opacity);

  for (const half of [
    TEXT.replace('Paragraph 30 stands', '<Para'),
    TEXT.replace('date: 2024-01-02', 'date: 2024-'),
  ]) {
    server.save(POST, half);
    await expect(problems.getByRole('listitem')).toHaveCount(1);
    await expect(problems.getByRole('listitem')).toBeInViewport();
    expect(await opacity()).toBe('0.4');
    expect(await readPlace()).toBe(place);
    // Also for whoever comes now.
    const fresh = await page.context().newPage();
    await fresh.goto(server.url + postPath('live-note'));
    await expect(fresh.getByText('Paragraph 30 stands here.')).toBeAttached();
    await fresh.close();
    server.save(POST, TEXT);
    await expect(problems).toHaveCount(0);
    await expect.poll(opacity).toBe('1');
    expect(await readPlace()).toBe(place);
  }
});

test('An author can use an editor that saves by renaming', async ({ page, server }) => {
  await openLive(page, server, postPath('live-note'));
  const beside = path.join(server.content, 'posts/live-note/.index.mdx.swp');
  writeFileSync(beside, TEXT.replace('Paragraph 1 stands', 'Paragraph 1 was renamed into place and stands'));
  renameSync(beside, path.join(server.content, POST));
  await expect(page.getByText('Paragraph 1 was renamed into place')).toBeVisible();
});

test('An author can change tags, authors and settings and see it on the open page', async ({
  page,
  server,
}) => {
  await openLive(page, server, postPath('live-note'));
  server.save('tags.yml', 'Going live:\n  aliases: [Live]\n');
  await expect(page.getByRole('article').getByRole('link', { name: 'Going live' }).first()).toBeVisible();
  server.save('site.ts', "export default { title: 'Renamed while open', postsPerPage: 5 };\n");
  await expect(page.getByRole('banner').getByRole('link', { name: 'Renamed while open' })).toBeVisible();
  await openLive(page, server, '/authors/ada');
  server.save('authors.yml', 'ada:\n  name: Ada of the Live Note\ngrace:\n  name: Grace\n');
  await expect(page.getByRole('heading', { level: 1, name: 'Ada of the Live Note' })).toBeVisible();
});

test('An author can exchange an image beside a post', async ({ page, server }) => {
  const file = path.join(server.content, 'posts/live-note/dot.png');
  await drawDot(file, 20);
  server.save(POST, `${TEXT}\n![A dot](./dot.png)\n`);
  await openLive(page, server, postPath('live-note'));
  const image = page.getByRole('img', { name: 'A dot' });
  await expect(image).toHaveAttribute('width', '20');
  await drawDot(file, 40);
  await expect(image).toHaveAttribute('width', '40');
});

test('An author can make, rename and delete a post and see the lists follow', async ({ page, server }) => {
  await openLive(page, server, tagPath('going-live'));
  const link = page.getByRole('main').getByRole('link', { name: /Made just now/ });
  server.save('posts/made-now.md', `${HEAD.replace('A live note', 'Made just now')}\nText.\n`);
  await expect(link).toHaveAttribute('href', '/posts/made-now');
  renameSync(
    path.join(server.content, 'posts/made-now.md'),
    path.join(server.content, 'posts/made-later.md'),
  );
  await expect(link).toHaveAttribute('href', '/posts/made-later');
  rmSync(path.join(server.content, 'posts/made-later.md'));
  await expect(link).toHaveCount(0);
});

test('An author can open a post that was made a moment ago, and its picture', async ({ page, server }) => {
  mkdirSync(path.join(server.content, 'posts/just-made'));
  await drawDot(path.join(server.content, 'posts/just-made/dot.png'), 30);
  server.save(
    'posts/just-made/index.md',
    `${HEAD.replace('A live note', 'Just made')}\n![A dot](./dot.png)\n`,
  );
  const response = await page.goto(`${server.url}${postPath('just-made')}`);
  expect(response?.status()).toBe(200);
  await expect(page.getByRole('heading', { level: 1, name: 'Just made' })).toBeVisible();
  const image = page.getByRole('img', { name: 'A dot' });
  await expect.poll(() => image.evaluate((element: HTMLImageElement) => element.naturalWidth)).toBe(30);
  expect((await page.goto(`${server.url}${postPath('never-made')}`))?.status()).toBe(404);
});

test('An author can follow an old address from the moment it is written down', async ({ page, server }) => {
  const old = '/2019/older/note.html';
  expect((await page.goto(server.url + old))?.status()).toBe(404);
  server.save(POST, TEXT.replace('tags:', `aliases: [${old}]\ntags:`));
  await expect.poll(async () => (await page.goto(server.url + old))?.status()).toBe(200);
  await expect(page).toHaveURL(server.url + postPath('live-note'));
  const response = await page.request.get(server.url + old, { maxRedirects: 0 });
  expect([response.status(), response.headers().location]).toEqual([308, postPath('live-note')]);
});

test('An author can go on using what runs in a post while its text changes', async ({ page, server }) => {
  const file = 'posts/parts-of-its-own/index.mdx';
  const text = readFileSync(path.join(server.content, file), 'utf8');
  await openLive(page, server, postPath('parts-of-its-own'));
  await expect(async () => {
    await page.getByRole('button', { name: /Counted to/ }).click();
    await expect(page.getByRole('button', { name: 'Counted to 3' })).toHaveCount(0, { timeout: 500 });
  }).toPass();
  const count = (await page.getByRole('button', { name: /Counted to/ }).textContent()) ?? '';
  server.save(file, text.replace('runs in the browser:', 'runs in the browser still:'));
  await expect(page.getByText('runs in the browser still:')).toBeVisible();
  await expect(page.getByRole('button', { name: count })).toBeVisible();
});

test('An author can open the place of a problem in an editor', async ({ page, server }) => {
  server.save('posts/just-made/index.md', `${HEAD.replace('tags:', 'tgas:')}\nText.\n`);
  await openLive(page, server, postPath('just-made'));
  const asked = page.waitForRequest(`${server.url}/desk/open`);
  // The editor stays closed: only what it is asked for matters.
  await page.route('**/desk/open', (route) => route.fulfill({ status: 204 }));
  await page.getByRole('main').getByRole('button', { name: 'posts/just-made/index.md:5:1' }).click();
  expect((await asked).postDataJSON()).toEqual({ file: 'posts/just-made/index.md', line: 5, column: 1 });
  server.save('posts/just-made/index.md', `${HEAD}\nFixed while it was looked at.\n`);
  await expect(page.getByText('Fixed while it was looked at.')).toBeVisible();
});

test('An author’s bar stands beside the main part, and nothing bars the way to it', async ({
  page,
  server,
}) => {
  await openLive(page, server, postPath('files-beside-a-post'));
  await expect(page.getByRole('complementary', { name: 'Author’s bar' })).toContainText('words');
  await expect(page.getByRole('main').getByRole('complementary', { name: 'Author’s bar' })).toHaveCount(0);
  await page.addScriptTag({ content: AXE });
  const { violations } = await page.evaluate(() =>
    (Reflect.get(window, 'axe') as { run(): Promise<AxeResults> }).run(),
  );
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
});

test('An author’s browser has nothing to object to on any kind of page', async ({ page, server }) => {
  const said: string[] = [];
  page.on('console', (message) => {
    // What the policy of published pages refuses is a warning.
    if (message.type() === 'error' || /Content.Security.Policy|is refused/.test(message.text()))
      said.push(`${page.url()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => said.push(`${page.url()}: ${error}`));
  const { posts } = readIndex(server.content, 'author');
  const wanted = /code-|expressions|files-|pictures|headings|right-to-left|signs|parts/;
  const slugs = posts.map(({ slug }) => slug).filter((slug) => wanted.test(slug));
  expect(slugs.length).toBeGreaterThan(8);
  const lists = ['/', '/posts', '/posts/page/2', '/tags', '/authors/ada', '/search', '/desk'];
  for (const path of [...lists, ...slugs.map(postPath)]) {
    expect((await page.goto(server.url + path))?.status(), path).toBe(200);
    await expect(page.getByRole('complementary', { name: 'Author’s bar' }), path).toBeVisible();
  }
  // A browser makes the whole page of a missing address by itself, scripts in its head included.
  await page.goto(`${server.url}/no-such-page`);
  await expect(page.getByRole('complementary', { name: 'Author’s bar' })).toBeVisible();
  expect(said.filter((text) => !text.includes('/no-such-page: Failed to load resource'))).toEqual([]);
});

test('An author can see state, length and problems of the page in a bar, and put it away', async ({
  page,
  server,
}) => {
  server.save(POST, `${TEXT.replace('date:', 'draft: true\ndate:')}\n![](./dot.png)\n\n#### Too deep\n`);
  await openLive(page, server, postPath('live-note'));
  const bar = page.getByRole('complementary', { name: 'Author’s bar' });
  await expect(bar).toContainText('Draft, dated 2 January 2024');
  await expect(bar).toContainText(/\d+ words, \d+ minutes?/);
  await bar.getByText(/^\d+ problems?$/).click();
  await expect(bar.getByRole('listitem').first()).toBeVisible();
  await bar.getByText('Previews').click();
  await expect(bar).toContainText('Written while it is read.');
  await bar.getByRole('button', { name: 'View as reader' }).click();
  await expect(bar).toHaveCount(0);
});

test('An author can find every post on the desk, sorted and filtered', async ({ page, server }) => {
  server.save('posts/next-century.md', `${HEAD.replace('2024-01-02', '2999-01-02')}\nText.\n`);
  await page.goto(`${server.url}/desk?state=draft&sort=title`);
  const rows = page.getByRole('row');
  const row = rows.filter({ hasText: 'A live note' });
  await expect(row).toContainText('draft');
  // The image without alternative text and the heading that skips a level, at least.
  await expect(row.getByRole('cell').nth(5)).toHaveText(/^[2-9]$/);
  await expect(rows.filter({ hasText: 'published' })).toHaveCount(0);
  await page.getByRole('link', { name: 'scheduled', exact: true }).click();
  await expect(rows.filter({ hasText: 'scheduled' }).first()).toBeVisible();
  await expect(page.getByRole('region', { name: 'Waiting for their day' })).toBeVisible();
});

/** A page whose line to the server stands, so that what is saved from now on reaches it. */
async function openLive(page: Page, server: DevServer, address: string): Promise<void> {
  const line = page.waitForResponse((response) => response.url() === `${server.url}/live`);
  const response = await page.goto(server.url + address);
  expect(response?.status()).toBe(200);
  await line;
}

async function drawDot(file: string, size: number): Promise<void> {
  const dot = sharp({ create: { width: size, height: size, channels: 3, background: '#a91e16' } });
  writeFileSync(file, await dot.png().toBuffer());
}
