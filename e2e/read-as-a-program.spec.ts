import type { Page } from 'playwright/test';
import {
  absoluteUrl,
  feedPathOf,
  homePath,
  llmsPath,
  markdownPath,
  pagePath,
  postPath,
  seriesPath,
} from './addresses';
import { listPageTypes } from './page-types';
import { expect, test } from './site';

test('A program finds every post as Markdown, from its page and from one list', {
  tag: ['@fixtures', '@files'],
}, async ({ page, index }) => {
  const list = await (await page.request.get(llmsPath)).text();
  expect(list.startsWith('# ')).toBe(true);
  for (const post of index.postsBySlug.values()) {
    const path = markdownPath(post.slug);
    const response = await page.request.get(path);
    expect(response.status(), path).toBe(200);
    expect(response.headers()['content-type'], path).toBe('text/markdown; charset=utf-8');
    expect(await response.text(), path).toMatch(/^---\ntitle: /);
    const html = await (await page.request.get(postPath(post.slug))).text();
    const address = absoluteUrl(index.site.url, path);
    expect(html, path).toContain(`<link rel="alternate" type="text/markdown" href="${address}"/>`);
    expect(list.includes(`](${address})`), path).toBe(post.state === 'published');
  }
  for (const path of [markdownPath('no-such-post'), '/markdown/no-such-post', '/posts/.md']) {
    expect((await page.request.get(path)).status(), path).toBe(404);
  }
});

test('A program can read what a page is about', { tag: '@fixtures' }, async ({ page, index }) => {
  for (const post of index.posts) {
    const [graph] = await readGraphs(page, postPath(post.slug));
    const [posting, trail] = graph?.['@graph'] ?? [];
    expect(posting?.headline, post.slug).toBe(post.title);
    expect(posting?.['@type']).toBe('BlogPosting');
    expect(trail?.['@type']).toBe('BreadcrumbList');
  }
  for (const { slug, posts } of index.series.values()) {
    const [series, trail] = (await readGraphs(page, seriesPath(slug)))[0]?.['@graph'] ?? [];
    expect(series?.hasPart, slug).toHaveLength(posts.length);
    expect(trail?.['@type'], slug).toBe('BreadcrumbList');
    for (const [number, post] of posts.entries()) {
      const [posting] = (await readGraphs(page, postPath(post.slug)))[0]?.['@graph'] ?? [];
      expect(posting?.isPartOf, post.slug).toContainEqual({ '@id': series?.['@id'] });
      expect(posting?.position, post.slug).toBe(number + 1);
    }
  }
  for (const path of [homePath, ...[...index.pages.keys()].map(pagePath)]) {
    expect(await readGraphs(page, path), path).toHaveLength(1);
  }
});

test('A program can distinguish a translation from its original', { tag: '@fixtures' }, async ({
  page,
  index,
}) => {
  const [original, german] = [postPath('said-in-two-languages'), postPath('in-zwei-sprachen')];
  for (const path of [original, german]) {
    await page.goto(path);
    const links = await page
      .locator('link[rel="alternate"][hreflang]')
      .evaluateAll((all) => all.map((link) => [link.getAttribute('hreflang'), link.getAttribute('href')]));
    expect(links).toEqual([
      ['en', absoluteUrl(index.site.url, original)],
      ['de', absoluteUrl(index.site.url, german)],
      ['x-default', absoluteUrl(index.site.url, original)],
    ]);
  }
});

test('A browser finds the manifest and all it names', { tag: ['@fixtures', '@files'] }, async ({
  page,
  index,
}) => {
  await page.goto(homePath);
  const address = await page.locator('link[rel="manifest"]').getAttribute('href');
  const manifest = await (await page.request.get(address ?? '')).json();
  expect(manifest.name).toBe(index.site.title);
  for (const { src, type } of manifest.icons) {
    const response = await page.request.get(src);
    expect(response.headers()['content-type'], src).toBe(type);
  }
  const robots = await (await page.request.get('/robots.txt')).text();
  expect(robots).toContain(`Sitemap: ${index.site.url}/sitemap.xml`);
});

test('A browser and a crawler find what they ask for by a fixed name', { tag: '@files' }, async ({
  request,
}) => {
  const types = {
    '/favicon.ico': /^image\/(x-icon|vnd\.microsoft\.icon)$/,
    '/apple-touch-icon.png': /^image\/png$/,
    '/apple-touch-icon-precomposed.png': /^image\/png$/,
    '/robots.txt': /^text\/plain\b/,
    '/sitemap.xml': /^application\/xml\b/,
    '/manifest.webmanifest': /^application\/manifest\+json\b/,
    '/llms.txt': /^text\/plain\b/,
  };
  for (const [path, type] of Object.entries(types)) {
    const response = await request.get(path, { maxRedirects: 0 });
    expect.soft(response.status(), path).toBe(200);
    expect.soft(response.headers()['content-type'], path).toMatch(type);
    expect.soft((await response.body()).length, path).toBeGreaterThan(0);
  }
});

test('Each page announces the feeds of the site', { tag: '@fixtures' }, async ({ page, index, baseURL }) => {
  for (const path of listPageTypes(index)) {
    const html = await (await page.request.get(path)).text();
    for (const format of ['rss', 'atom', 'json'] as const) {
      expect(html, `${baseURL}${path}`).toContain(absoluteUrl(index.site.url, feedPathOf(format)));
    }
  }
});

interface Graph {
  readonly '@graph': readonly Readonly<Record<string, unknown>>[];
}

async function readGraphs(page: Page, path: string): Promise<Graph[]> {
  const html = await (await page.request.get(path)).text();
  const scripts = html.matchAll(/<script type="application\/ld\+json">([^<]*)<\/script>/g);
  return [...scripts].map(([, json = '']) => JSON.parse(json));
}

test('A reader can copy a post as Markdown', { tag: '@fixtures' }, async ({ page, context, index }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const [post] = index.posts;
  const { slug = '' } = post ?? {};
  await page.goto(postPath(slug));
  await page.getByRole('button', { name: 'Copy as Markdown' }).click();
  await expect(page.getByRole('status')).toHaveText('Copied');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(await (await page.request.get(markdownPath(slug))).text());
});
