import { parseFeed as parseFeedFile } from 'feedsmith';
import type { Page } from 'playwright/test';
import { toFeedOrnament } from '@/lib/cards/card-files';
import type { Post } from '@/lib/content/types';
import { formatDay } from '@/lib/dates';
import { toEntryId } from '@/lib/syndication/entry-id';
import {
  absoluteUrl,
  address,
  authorPath,
  feedPath,
  feedPathOf,
  homePath,
  postPath,
  tagPath,
} from './addresses';
import { expect, test } from './site';

interface Item {
  title: string;
  link: string;
  guid: string;
  date: string;
  categories: string[];
  /** With what stands for its images. */
  text: string;
  addresses: string[];
  scripts: number;
}

test('A reader can subscribe to the feed from any page and read whole posts in it', {
  tag: '@files',
}, async ({ page, index }) => {
  const { site } = index;
  await page.goto('/');
  const link = page.locator('link[rel="alternate"][type="application/rss+xml"]').first();
  expect(new URL((await link.getAttribute('href')) ?? '').pathname).toBe(feedPath);
  const response = await page.request.get(feedPath);
  expect(response.headers()['content-type']).toBe('application/xml; charset=utf-8');
  const { error, title, items } = await parseFeed(page, await response.text());
  expect(error).toBe('');
  expect(title).toBe(site.title);
  const posts = index.posts.slice(0, site.postsInFeed);
  expect(items.map((item) => item.title)).toEqual(posts.map((post) => post.title));
  for (const [number, item] of items.entries()) {
    const post = posts[number];
    const url = absoluteUrl(site.url, postPath(post?.slug ?? ''));
    expect(item.link).toBe(url);
    expect(item.guid).toBe(post && toEntryId(site, post));
    expect(item.categories).toEqual(post?.tags.map(({ label }) => label));
    expect(item.scripts, `scripts in "${item.title}"`).toBe(0);
    for (const address of item.addresses) expect(address, item.title).toMatch(/^(https?|mailto|data):/);
    const words = lastWords(post?.body ?? '');
    expect(normalise(item.text), item.title).toContain(words);
  }
});

test('A reader of the feed can see hostile texts as text', { tag: '@fixtures' }, async ({ page, index }) => {
  const xml = await (await page.request.get(feedPath)).text();
  const { items } = await parseFeed(page, xml);
  for (const post of index.posts.filter(({ title }) => /[<&"]/.test(title))) {
    expect(items.map(({ title }) => title)).toContain(post.title);
    expect(xml).not.toContain(`<title>${post.title}`);
  }
  expect(xml).not.toContain('<script');
});

test('A reader can follow one subject or one author', { tag: ['@fixtures', '@files'] }, async ({
  page,
  index,
}) => {
  const lists = [
    ...[...index.tags].map(([slug, { posts }]) => ({ home: tagPath(slug), posts })),
    ...[...index.authors].map(([id, { posts }]) => ({ home: authorPath(id), posts })),
  ];
  for (const { home, posts } of lists) {
    const titles = posts.slice(0, index.site.postsInFeed).map(({ title }) => title);
    for (const format of ['rss', 'atom', 'json'] as const) {
      const response = await page.request.get(feedPathOf(format, home));
      expect(response.status(), `${format} of ${home}`).toBe(200);
      expect(readTitles(await response.text()), `${format} of ${home}`).toEqual(titles);
    }
    const html = await (await page.request.get(home)).text();
    expect(html).toContain(absoluteUrl(index.site.url, feedPathOf('rss', home)));
  }
});

test('A feed reader gets no second copy of what it has', { tag: ['@fixtures', '@server'] }, async ({
  request,
  index,
}) => {
  const formats = ['rss', 'atom', 'json'] as const;
  const lists = [undefined, ...[...index.tags.keys()].map((slug) => tagPath(slug))];
  const feeds = formats.flatMap((format) => lists.map((list) => feedPathOf(format, list)));
  for (const path of [...feeds, '/sitemap.xml', '/llms.txt']) {
    const first = await request.get(path);
    const { etag = '' } = first.headers();
    // Which the same text has in every build (`lib/serve/build-address-table.ts`).
    expect(etag, path).toMatch(/^"[\w-]{16}(\.br|\.gz)?"$/);
    const again = await request.get(path, { headers: { 'If-None-Match': `"other", ${etag}` } });
    expect(again.status(), path).toBe(304);
    expect((await again.body()).length, path).toBe(0);
    expect(again.headers().etag, path).toBe(etag);
    const newer = await request.get(path, { headers: { 'If-None-Match': '"other"' } });
    expect(newer.status(), path).toBe(200);
    expect(await newer.text(), path).toBe(await first.text());
    for (const header of ['etag', 'content-type', 'cache-control']) {
      expect(newer.headers()[header], `${header} of ${path}`).toBe(first.headers()[header]);
    }
    expect((await request.head(path)).headers().etag, path).toBe(etag);
  }
  for (const path of ['/tags/none/feed.xml', '/..%2f..%2f/feed.xml']) {
    const nothing = await request.get(path, { headers: { 'If-None-Match': '*' } });
    expect(nothing.status(), path).toBe(404);
  }
});

test('A feed reader shows the ornament of a post, as an image at an address', {
  tag: ['@fixtures', '@files'],
}, async ({ page, request, index }) => {
  const { site } = index;
  const { items } = await parseFeed(page, await (await request.get(feedPath)).text());
  for (const [number, { addresses, title }] of items.entries()) {
    const ornament = await toFeedOrnament(index.posts[number] as Post, index);
    if (ornament) expect(addresses, title).toContain(absoluteUrl(site.url, address(ornament.path)));
    else expect(addresses.join(' '), title).not.toContain('/cards/');
  }
  const [first] = items;
  const path = new URL(first?.addresses.find((address) => address.includes('/cards/')) ?? '').pathname;
  expect((await request.get(path)).headers()['content-type']).toBe('image/png');
  const [tag] = index.tags.keys();
  const other = await (await request.get(feedPathOf('rss', tagPath(tag ?? '')))).text();
  expect(other).not.toContain('/cards/');
});

test('A feed reader can fetch the image of a post as the feed describes it', {
  tag: ['@fixtures', '@files'],
}, async ({ request, index }) => {
  const parsed = parseFeedFile(await (await request.get(feedPath)).text());
  if (parsed.format !== 'rss') throw new Error(`The feed is taken for ${parsed.format}.`);
  const enclosures = (parsed.feed.items ?? []).flatMap(({ enclosures }) => enclosures ?? []);
  expect(enclosures.length).toBeGreaterThan(1);
  for (const { url = '', type, length } of enclosures) {
    expect(url.startsWith(`${index.site.url}/media/`), url).toBe(true);
    const response = await request.get(new URL(url).pathname);
    expect(response.headers()['content-type'], url).toBe(type);
    expect((await response.body()).length, url).toBe(length);
  }
});

test('A person who opens a feed in a browser can read it', { tag: ['@fixtures', '@files'] }, async ({
  page,
  index,
}) => {
  for (const format of ['rss', 'atom'] as const) {
    await page.goto(feedPathOf(format));
    await expect(page.locator('h1')).toHaveText(index.site.title);
    await expect(page.locator('h1')).toHaveCSS('font-weight', '400');
    const [latest] = index.posts;
    const link = page.locator('li a').first();
    await expect(link).toHaveText(latest?.title ?? '');
    await expect(link).toHaveAttribute('href', absoluteUrl(index.site.url, postPath(latest?.slug ?? '')));
    await expect(page.locator('item, entry').first()).toBeHidden();
    // In the font and the colours of the pages, with a date in words.
    await expect(page.locator('li time').first()).toHaveText(
      formatDay(latest?.date ?? '', index.site.language),
    );
    const { colour, loaded } = await page.evaluate(async () => {
      await document.fonts.ready;
      const { color } = getComputedStyle(document.querySelector('h1') ?? document.documentElement);
      return { colour: color, loaded: [...document.fonts].map(({ status }) => status) };
    });
    if (typeof index.site.fonts?.text !== 'string') expect(loaded).toContain('loaded');
    for (const width of [320, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    }
    await page.goto(homePath);
    await expect(page.locator('body')).toHaveCSS('color', colour);
  }
});

/** Titles of a feed in any format, by a parser that is not ours. */
function readTitles(text: string): (string | undefined)[] {
  const parsed = parseFeedFile(text);
  if (parsed.format === 'atom') return (parsed.feed.entries ?? []).map(({ title }) => title?.value);
  return (parsed.feed.items ?? []).map(({ title }) => title);
}

/** Parsed by the browser as strictly as a feed reader would; the HTML of an item as a page would. */
async function parseFeed(page: Page, xml: string): Promise<{ error: string; title: string; items: Item[] }> {
  return page.evaluate((source) => {
    const feed = new DOMParser().parseFromString(source, 'application/xml');
    const textOf = (parent: Element | Document, name: string) =>
      [...parent.children].find(({ tagName }) => tagName === name)?.textContent ?? '';
    const channel = feed.querySelector('channel');
    const items = [...feed.querySelectorAll('item')].map((item) => {
      const html = new DOMParser().parseFromString(textOf(item, 'content:encoded'), 'text/html');
      const attributes = ['href', 'src'].flatMap((name) =>
        [...html.querySelectorAll(`[${name}]`)].map((element) => element.getAttribute(name) ?? ''),
      );
      return {
        title: textOf(item, 'title'),
        link: textOf(item, 'link'),
        guid: textOf(item, 'guid'),
        date: textOf(item, 'pubDate'),
        categories: [...item.querySelectorAll('category')].map((category) => category.textContent ?? ''),
        text: [
          html.body.textContent ?? '',
          ...[...html.querySelectorAll('img')].map(({ alt, title }) => `${alt} ${title}`),
        ].join(' '),
        addresses: attributes,
        scripts: html.querySelectorAll('script').length,
      };
    });
    const error = feed.querySelector('parsererror')?.textContent ?? '';
    return { error, title: channel ? textOf(channel, 'title') : '', items };
  }, xml);
}

/** The last run of plain words of a body: a feed that holds it holds the whole post. */
function lastWords(body: string): string {
  const runs = body
    .replace(/\{[^}]*\}|<[^>]*>|\]\([^)]*\)|^\[\^.*$/gm, '|')
    .match(/\p{L}[\p{L}\p{M}\p{N} ,]*\p{L}/gu);
  return normalise(runs?.at(-1) ?? '');
}

function normalise(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
