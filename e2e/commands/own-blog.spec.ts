import { readFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright/test';
import { readFolder } from '@/lib/verify/read-folder';
import { readServer } from '@/lib/verify/read-server';
import { verifySite } from '@/lib/verify/verify-site';
import { BROWSER_FLAGS, findBrowser } from '@/scripts/browser';
import { OWN } from '@/scripts/test-sites';
import { expect, test } from '../site';
import { startServer } from './start-server';

const APP = path.join(OWN.folder, 'server/app');

test('A blog has its own styles in each page, and names no fonts that it does not use', () => {
  for (const page of ['index', 'posts', 'posts/hello', 'search', '_not-found']) {
    const html = read(`${page}.html`);
    expect(/--font-serif: ?system-ui, ?sans-serif/.test(html), page).toBe(true);
    expect(html.includes('.site-header{border-block-end:2px solid var(--color-rubric)}'), page).toBe(true);
  }
  expect(read('posts/hello.html').includes('Source Serif and Plex Mono')).toBe(false);
});

test('A blog has its own icon in tabs and in the head of each page', () => {
  expect(read('icon.svg.body')).toBe(readFileSync('e2e/own/icon.svg', 'utf8'));
  expect(read('index.html')).toMatch(/<img class="site-logo" src="\/notes\/icon\.svg\?[\da-f]+"/);
});

test('A blog has components by their names, and its own in the place of those of the engine', () => {
  expect(read('posts/hello.html')).toMatch(/<svg class="[^"]*chart[^"]*" viewBox="0 0 100 20"/);
  expect(read('posts/hello.html')).toContain('<aside class="own-callout" data-kind="note">');
  expect(read('posts/plain.html')).toContain('<aside class="own-callout" data-kind="tip">');
  expect(read('posts/plain.html')).not.toContain('/_next/static/chunks/');
  expect(read('posts/count.html')).toMatch(/Counted (<!-- -->)?0[\s\S]*\/_next\/static\/chunks\//);
});

test('A blog writes parts of its pages itself', () => {
  expect(read('index.html')).toMatch(/<div class="home-intro"><p>I write about <strong>numbers<\/strong>/);
  expect(read('index.html')).not.toContain('Notes of Ada.</p>');
  for (const page of ['index', 'posts/hello', 'posts/plain', 'tags'])
    expect(read(`${page}.html`)).toMatch(/<footer [^>]*>.*Notes by Ada: <svg class="[^"]*chart/s);
  expect(read('posts/hello.html')).toMatch(/<aside class="after-post"><h2>Thank you for reading<\/h2>/);
  expect(read('_not-found.html')).toContain('Nothing is here. Try <a href="/notes/posts">the list</a>.');
});

test('Links of the navigation are under a label, and lead elsewhere', () => {
  expect(read('index.html')).toMatch(
    /<details class="site-group" name="site-group"><summary>More<\/summary><ul><li><a href="\/notes\/search">Search<\/a><\/li><li><a href="https:\/\/example\.com\/">Elsewhere/,
  );
});

test('Posts in folders have the address and the day of their names', () => {
  expect(read('posts/hello.html')).toContain('1 May 2024');
  expect(read('posts/hello.html')).toContain(
    '<meta name="description" content="The first paragraph stands for a description."/>',
  );
  expect(read('posts/plain.html')).toContain('3 May 2024');
});

test('Posts in another language have their section, in which no word is of the main one', () => {
  for (const page of ['de', 'de/posts', 'de/tags/zahlen', 'de/series/grundlagen', 'de/404', 'posts/hallo']) {
    const html = read(`${page}.html`);
    expect(html, page).toMatch(/<html[^>]* lang="de" dir="ltr"/);
    expect(html, page).toContain('>Archiv</a>');
    expect(html, page).toContain('Alles von Ada.');
    expect(html, page).not.toMatch(/>(Archive|Search|Languages|Notes by Ada)\b/);
  }
  expect(read('ar/posts.html')).toMatch(/<html[^>]* lang="ar" dir="rtl"/);
  expect(read('de/feed.xml.body')).toContain('<language>de</language>');
  expect(read('posts.html')).not.toContain('/posts/hallo');
  expect(read('posts.html')).toMatch(/hrefLang="de" href="https:\/\/ada\.example\/notes\/de\/posts"/);
  expect(read('sitemap.xml.body')).toContain('<loc>https://ada.example/notes/de/tags/zahlen</loc>');
  expect(readFileSync(path.join(OWN.root, 'out/tags/zahlen.html'), 'utf8')).toContain(
    '/notes/de/tags/zahlen',
  );
});

test('A stranger finds nothing wrong with a blog below a path, served or as files', async () => {
  const files = await verifySite(readFolder(path.join(OWN.root, 'out')));
  expect(files.problems).toEqual([]);
  const server = await startServer(OWN.environment);
  try {
    const served = await verifySite(readServer(`${server.url}/notes`));
    expect(served.problems).toEqual([]);
    expect([...new Set([files.visited, served.visited])]).toEqual([served.visited]);
    expect(served.visited).toBeGreaterThan(20);
  } finally {
    await server.stop();
  }
});

test('A reader of a blog below a path stays below it', async () => {
  const server = await startServer(OWN.environment);
  const browser = await launchBrowser();
  try {
    expect(await (await fetch(`${server.url}/notes/de/nichts`)).text()).toContain('Seite nicht gefunden');
    const page = await browser.newPage({ baseURL: server.url });
    page.setDefaultTimeout(30_000);
    const outside: string[] = [];
    page.on('request', (request) => {
      const { pathname, protocol } = new URL(request.url());
      if (protocol === 'http:' && !/^\/notes(\/|$)/.test(pathname) && pathname !== '/')
        outside.push(pathname);
    });
    await page.goto('/');
    await expect(page).toHaveURL(/\/notes$/);
    await page.getByRole('link', { name: 'Plain Markdown' }).first().click();
    await expect(page).toHaveURL(/\/notes\/posts\/plain$/);
    expect(
      await page
        .getByRole('img', { name: 'a chart', exact: true })
        .evaluate((img: HTMLImageElement) => img.naturalWidth),
    ).toBe(40);
    await page.getByRole('link', { name: 'more words' }).click();
    await expect(page).toHaveURL(/\/notes\/posts\/hello$/);
    await page.keyboard.press('/');
    await page.getByRole('searchbox').fill('counting');
    await page.getByRole('dialog').locator('.search-hit').first().click();
    await expect(page).toHaveURL(/\/notes\/posts\/count$/);
    await page.getByRole('button', { name: 'Counted 0' }).click();
    await expect(page.getByRole('button', { name: 'Counted 1' })).toBeVisible();
    await page.goto('/notes/2023/plain');
    await expect(page).toHaveURL(/\/notes\/posts\/plain$/);
    await page.goto('/notes/posts/plan');
    await page.getByRole('link', { name: 'Plain Markdown' }).click();
    await expect(page).toHaveURL(/\/notes\/posts\/plain$/);
    expect(outside).toEqual([]);
    expect((await fetch(`${server.url}/posts/plain`)).status).toBe(404);
    expect(await (await fetch(`${server.url}/robots.txt`)).text()).toContain(
      'https://ada.example/notes/sitemap.xml',
    );
  } finally {
    await browser.close();
    await server.stop();
  }
});

function launchBrowser() {
  const executablePath = findBrowser('shell');
  return chromium.launch({ args: BROWSER_FLAGS, ...(executablePath !== undefined && { executablePath }) });
}

function read(file: string): string {
  return readFileSync(path.join(APP, file), 'utf8');
}
