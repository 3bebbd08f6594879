import { decodeHTML } from 'entities';
import sharp from 'sharp';
import { listCards, toPageCard, toPostCard } from '@/lib/cards/card-files';
import { toRfc3339 } from '@/lib/dates';
import {
  absoluteUrl,
  archivePath,
  authorPath,
  homePath,
  pagePath,
  postPath,
  seriesPath,
  tagPath,
  tagsPath,
  toPathOnSite,
} from './addresses';
import { expect, test } from './site';

test('A reader who shares a page shows its card', { tag: ['@fixtures', '@files'] }, async ({
  page,
  index,
  folder,
}) => {
  const cards = await listCards(index);
  for (const [path, { type, source }] of cards) {
    const response = await page.request.get(path);
    expect(response.status(), path).toBe(200);
    expect(response.headers()['content-type'], path).toBe(type);
    expect(response.headers()['cache-control'], path).toContain('immutable');
    const bytes = await response.body();
    const { width, height } = await sharp(bytes).metadata();
    expect([width, height], path).toEqual('ornament' in source ? [192, 192] : [1200, 630]);
    expect(bytes.length, path).toBeLessThan(200_000);
  }
  expect((await page.request.get('/cards/0123456789abcdef.png')).status(), folder).toBe(404);
});

test('A place where a post is shared can know what it is', { tag: '@fixtures' }, async ({
  request,
  index,
}) => {
  const { site } = index;
  for (const post of index.posts) {
    const html = await (await request.get(postPath(post.slug))).text();
    const found = [...html.matchAll(/<meta property="([^"]*)" content="([^"]*)"/g)].map(
      ([, property, content = '']) => [property, decodeHTML(content)],
    );
    const valuesOf = (name: string) =>
      found.filter(([property]) => property === name).map(([, value]) => value);
    expect(valuesOf('og:type'), post.slug).toEqual(['article']);
    expect(valuesOf('og:title'), post.slug).toEqual([post.title]);
    expect(valuesOf('og:description'), post.slug).toEqual([post.description]);
    expect(valuesOf('og:site_name'), post.slug).toEqual([site.title]);
    expect(valuesOf('og:url'), post.slug).toEqual([absoluteUrl(site.url, postPath(post.slug))]);
    expect(valuesOf('og:image:width'), post.slug).toEqual(['1200']);
    expect(valuesOf('og:locale')[0]?.slice(0, 2), post.slug).toBe((post.lang ?? site.language).slice(0, 2));
    expect(valuesOf('article:published_time'), post.slug).toEqual([
      toRfc3339(post.date ?? '', site.timeZone),
    ]);
    expect(valuesOf('article:modified_time'), post.slug).toEqual(
      post.updated ? [toRfc3339(post.updated, site.timeZone)] : [],
    );
    expect(valuesOf('article:tag'), post.slug).toEqual(post.tags.map(({ label }) => label));
    expect(valuesOf('article:author'), post.slug).toEqual(
      post.authors.map(({ id }) => absoluteUrl(site.url, authorPath(id))),
    );
  }
});

test('Mastodon can name the authors of a post', { tag: '@fixtures' }, async ({ page, index }) => {
  const [named, unnamed] = [true, false].map((isNamed) =>
    index.posts.find(({ authors }) => authors.some(({ fediverse }) => fediverse !== undefined) === isNamed),
  );
  const creators = page.locator('meta[name="fediverse:creator"]');
  await page.goto(postPath(named?.slug ?? ''));
  const accounts = named?.authors.flatMap(({ fediverse }) => fediverse ?? []) ?? [];
  expect(accounts.length).toBeGreaterThan(0);
  await expect(creators).toHaveCount(accounts.length);
  for (const account of accounts) await expect(page.locator(`meta[content="${account}"]`)).toHaveCount(1);
  await page.goto(postPath(unnamed?.slug ?? ''));
  await expect(creators).toHaveCount(0);
  await page.goto(authorPath('ada'));
  await expect(creators).toHaveAttribute('content', '@ada@social.example');
});

test('Each page names the card that shows it', { tag: '@fixtures' }, async ({ page, index }) => {
  const posts = [...index.postsBySlug.values()];
  const lists = [
    ...[homePath, archivePath(), tagsPath()],
    ...[...index.tags.keys()].map((slug) => tagPath(slug)),
    ...[...index.authors.keys()].map((id) => authorPath(id)),
    ...[...index.series.keys()].map((slug) => seriesPath(slug)),
    ...[...index.pages.keys()].map((slug) => pagePath(slug)),
  ];
  const expected = new Map(lists.map((path) => [path, toPageCard(toPathOnSite(path), index)]));
  for (const post of posts) expected.set(postPath(post.slug), await toPostCard(post, index));
  for (const [path, card] of expected) {
    const html = await (await page.request.get(path)).text();
    const image = `${index.site.url}${card?.path}`;
    expect(html, path).toContain(`<meta property="og:image" content="${image}"/>`);
    expect(html, path).toContain('<meta name="twitter:card" content="summary_large_image"/>');
    expect(html, path).toContain(`<meta name="twitter:image" content="${image}"/>`);
  }
});
