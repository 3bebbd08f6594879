import { readFileSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import type { Page, Response } from 'playwright/test';
import { formatDay } from '@/lib/dates';
import { archivePath, postPath } from '@/lib/urls';
import { readIndex } from '../site';
import { type DevServer, expect, test } from './dev-server';

const BROKEN = `---
title: Broken on purpose
description: A post with mistakes in it.
date: 2024-02-31
tgas: [Python]
---

Text.
`;

const FIXED = BROKEN.replace('2024-02-31', '2024-02-29')
  .replace('tgas', 'tags')
  .replace('Text.', 'Now it is well.');

const MISSING = FIXED.replace('Now it is well.', 'First.\n\n![Gone](./gone.png)');

test.describe.configure({ mode: 'serial' });

test('An author can see posts of every state in the lists, each marked', async ({ page, server }) => {
  const { posts, site } = readIndex(server.content, 'author');
  for (const state of ['draft', 'scheduled', 'unlisted'] as const) {
    const place = posts.findIndex((candidate) => candidate.state === state);
    const { title = '', date = '' } = posts[place] ?? {};
    await openPage(page, server, archivePath(Math.floor(place / site.postsPerPage) + 1));
    const link = page.getByRole('main').getByRole('link', { name: title });
    const day = formatDay(date, site.language);
    await expect(link).toContainText(
      { draft: 'Draft', unlisted: 'Unlisted', scheduled: `Scheduled for ${day}` }[state],
    );
  }
});

test('An author can read a draft, a scheduled and an unlisted post whole', async ({ page, server }) => {
  const index = readIndex(server.content, 'author');
  for (const state of ['draft', 'scheduled', 'unlisted']) {
    const post = index.posts.find((candidate) => candidate.state === state);
    await openPage(page, server, postPath(post?.slug ?? ''));
    const article = page.getByRole('article');
    await expect(article.getByRole('heading', { level: 1 })).toHaveText(post?.title ?? '');
    await expect(article.getByText(`The body says secret-${state}-body`)).toBeVisible();
    const image = article.getByRole('img', { name: `secret-${state}-alt` });
    await image.scrollIntoViewIfNeeded();
    await expect
      .poll(() => image.evaluate((element: HTMLImageElement) => element.naturalWidth))
      .toBeGreaterThan(0);
  }
});

test('Nobody can read drafts under the name of another host, which a web site could lead here', async ({
  server,
}) => {
  const { port } = new URL(server.url);
  const ask = (host: string, path: string, method = 'GET') =>
    new Promise<{ status: number | undefined; text: string }>((resolve, reject) => {
      const request = http.request({ port, host: 'localhost', path, method, headers: { host } }, (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (part: string) => {
          text += part;
        });
        answer.on('end', () => resolve({ status: answer.statusCode, text }));
      });
      request.on('error', reject).end();
    });
  for (const path of ['/', '/posts', '/desk', '/posts/secret-draft-slug', '/live', '/feed.xml', '/search/x'])
    for (const host of ['evil.example', `localhost.evil.example:${port}`]) {
      const { status, text } = await ask(host, path);
      expect(status, `${host}${path}`).toBe(403);
      expect(text).toContain(`for the host "${host}"`);
    }
  expect((await ask('evil.example', '/desk/open', 'POST')).status).toBe(403);
  expect((await ask(`127.0.0.1:${port}`, '/posts')).status).toBe(200);
});

test('An author can use addresses in another script while writing', async ({ page, server }) => {
  const index = readIndex(server.content, 'author');
  for (const slug of ['chào-thế-giới', '日本語で書く']) {
    const response = await openPage(page, server, postPath(slug));
    expect(response?.status(), slug).toBe(200);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      index.postsBySlug.get(slug)?.title ?? '',
    );
  }
  for (const [slug, { tag }] of index.tags) {
    if (!/[^a-z0-9-]/.test(slug)) continue;
    const response = await openPage(page, server, `/tags/${encodeURIComponent(slug)}`);
    expect(response?.status(), slug).toBe(200);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(tag.label);
  }
});

test('An author can see what is wrong with a post in its place, and go on with the others', async ({
  page,
  server,
}) => {
  server.save('posts/broken.md', BROKEN);
  await openUntil(page, server, '/posts/broken', 'posts/broken.md:4:7');
  const problems = page.getByRole('main').getByRole('listitem');
  await expect(problems.filter({ hasText: '2024-02-31 does not exist' })).toBeVisible();
  await expect(problems.filter({ hasText: 'Did you mean "tags"?' })).toContainText('posts/broken.md:5:1');
  await openPage(page, server, '/posts/two-authors');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Written by two');
});

test('An author can fix a post and read it, break its text and fix that too', async ({ page, server }) => {
  server.save('posts/broken.md', FIXED);
  await openUntil(page, server, '/posts/broken', 'Now it is well.');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Broken on purpose');
  server.save('posts/broken.md', MISSING);
  await openUntil(page, server, '/posts/broken', 'posts/broken.md:10:1');
  await expect(page.getByRole('main').getByText('The file "./gone.png" is missing.').first()).toBeVisible();
  server.save('posts/broken.md', FIXED);
  await openUntil(page, server, '/posts/broken', 'Now it is well.');
});

test('An author can read each problem in the terminal once for each change', async ({ page, server }) => {
  const count = (text: string) => server.output().split(text).length - 1;
  expect(count('posts/broken.md:10:1 error: The file "./gone.png" is missing.')).toBe(1);
  // Of front matter too, whether the page is open or not; reported again only when it was fixed in between.
  const isMissing = 'The field "date" is missing.';
  const file = (text: string) => `---\ntitle: Reported\ndescription: Why.\n---\n\n${text}\n`;
  server.save('posts/reported.md', file('First.'));
  await expect.poll(() => count(isMissing)).toBe(1);
  server.save('posts/reported.md', file('Second.\n\n![](./nowhere.png)'));
  await expect.poll(() => count('The file "./nowhere.png" is missing.')).toBe(1);
  await openUntil(page, server, '/posts/reported', isMissing);
  expect(count(isMissing)).toBe(1);
  server.save('posts/reported.md', file('Fixed.').replace('title', 'date: 2024-01-01\ntitle'));
  await openUntil(page, server, '/posts/reported', 'Fixed.');
  await expect.poll(() => count(`Fixed: posts/reported.md: ${isMissing}`)).toBe(1);
  expect(count('Fixed: posts/reported.md: The file "./nowhere.png" is missing.')).toBe(1);
  server.save('posts/reported.md', file('Broken again.'));
  await expect.poll(() => count(isMissing)).toBe(3);
});

test('An author reads on every page, on the desk and in the terminal that the settings are broken', async ({
  page,
  server,
}) => {
  const settings = readFileSync(path.join(server.content, 'site.ts'), 'utf8');
  const bar = page.getByRole('complementary', { name: 'Author’s bar' });
  const problem = bar.getByText('1 problem in the settings');
  server.save('site.ts', settings.replace("language: 'en'", "langauge: 'en'"));
  for (const address of ['/', '/posts', '/posts/two-authors', '/tags', '/desk', '/search', '/no-such-page']) {
    await openPage(page, server, address);
    await expect(problem, address).toBeVisible();
  }
  await openPage(page, server, '/desk');
  await expect(page.getByRole('main')).toContainText('"langauge" is not a setting.');
  expect(server.output()).toContain('error: "langauge" is not a setting.');
  server.save('site.ts', settings);
  await expect(problem).toHaveCount(0);
  await expect(page.getByRole('main')).not.toContainText('"langauge"');
  await expect.poll(() => server.output()).toContain('Fixed: site.ts: "langauge" is not a setting.');
});

/** Goes to a page; one that reloads itself for something just compiled may get in the way the first time. */
async function openPage(page: Page, server: DevServer, path: string): Promise<Response | null> {
  let response: Response | null = null;
  await expect(async () => {
    response = await page.goto(`${server.url}${path}`);
  }).toPass();
  return response;
}

/** Opens a page until it shows what was saved just now. */
async function openUntil(page: Page, server: DevServer, path: string, text: string): Promise<void> {
  await expect(async () => {
    await openPage(page, server, path);
    await expect(page.getByRole('main').getByText(text)).toBeVisible({ timeout: 2_000 });
  }).toPass();
}
