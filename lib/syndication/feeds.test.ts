import path from 'node:path';
import { parseFeed } from 'feedsmith';
import { expect, test } from 'playwright/test';
import RssParser from 'rss-parser';
import { buildIndex } from '../content/build-index';
import type { ContentIndex } from '../content/content-index';
import { readContent } from '../content/read';
import type { Post } from '../content/types';
import { instantOf, toRfc3339 } from '../dates';
import { renderFeedHtml } from '../markdown/plain/feed-html';
import { absoluteUrl, homePath, postPath } from '../urls';
import { buildAtom } from './atom';
import { toEntryId } from './entry-id';
import { changedOf, type Feed, type FeedEntry } from './feed';
import { buildJsonFeed } from './json-feed';
import { buildRss } from './rss';

const index = buildIndex(readContent(path.resolve('e2e/content')), '2026-11-22', 'public');
const image = { path: '/media/0123456789ab/a%20photo.jpg', type: 'image/jpeg', bytes: 1234 };

test('two parsers read from the RSS feed what the posts say', async () => {
  const feed = await toFeed(index);
  const xml = buildRss(feed);
  const parsed = await new RssParser<object, { 'content:encoded': string }>().parseString(xml);
  expect(parsed.title).toBe(index.site.title);
  expect(parsed.items).toHaveLength(feed.entries.length);
  const other = parseFeed(xml);
  if (other.format !== 'rss') throw new Error(`taken for ${other.format}`);
  expect(other.feed.language).toBe('en');
  for (const [number, { post, content }] of feed.entries.entries()) {
    const item = parsed.items[number];
    const same = other.feed.items?.[number];
    const url = absoluteUrl(index.site.url, postPath(post.slug));
    expect([item?.title, same?.title]).toEqual([post.title, post.title]);
    expect([item?.link, same?.link]).toEqual([url, url]);
    expect([item?.guid, same?.guid?.value]).toEqual(Array(2).fill(toEntryId(index.site, post)));
    expect(same?.guid?.isPermaLink).toBe(false);
    expect(Date.parse(item?.pubDate ?? '')).toBe(instantOf(post.date ?? '', index.site.timeZone));
    expect([item?.categories ?? [], same?.categories?.map(({ name }) => name) ?? []]).toEqual(
      Array(2).fill(post.tags.map(({ label }) => label)),
    );
    expect(same?.dc?.creators).toEqual(post.authors.map(({ name }) => name));
    expect([item?.['content:encoded'], same?.content?.encoded]).toEqual([content, content]);
    expect(item?.enclosure).toEqual({
      url: absoluteUrl(index.site.url, image.path),
      type: image.type,
      length: String(image.bytes),
    });
  }
});

test('two parsers read from the Atom feed what the posts say', async () => {
  const feed = await toFeed(index);
  const xml = buildAtom(feed);
  const parsed = await new RssParser().parseString(xml);
  const other = parseFeed(xml);
  if (other.format !== 'atom') throw new Error(`taken for ${other.format}`);
  expect(parsed.items).toHaveLength(feed.entries.length);
  for (const [number, { post, content }] of feed.entries.entries()) {
    const item = parsed.items[number];
    const same = other.feed.entries?.[number];
    const day = toRfc3339(post.date ?? '', index.site.timeZone);
    expect([item?.title, same?.title?.value ?? same?.title]).toEqual([post.title, post.title]);
    expect([item?.id, same?.id]).toEqual(Array(2).fill(toEntryId(index.site, post)));
    expect(same?.published).toBe(day);
    expect(same?.updated).toBe(toRfc3339(changedOf(post, index.site.timeZone), index.site.timeZone));
    expect(item?.content).toBe(content);
    expect(same?.categories?.map(({ label }) => label) ?? []).toEqual(post.tags.map(({ label }) => label));
    expect(same?.authors?.map(({ name }) => name)).toEqual(post.authors.map(({ name }) => name));
    expect(same?.links?.map(({ rel }) => rel)).toEqual(['alternate', 'enclosure']);
  }
});

test('the JSON feed is what the posts say', async () => {
  const feed = await toFeed(index);
  const parsed = parseFeed(buildJsonFeed(feed));
  if (parsed.format !== 'json') throw new Error(`taken for ${parsed.format}`);
  expect(parsed.feed.items?.map(({ title }) => title)).toEqual(feed.entries.map(({ post }) => post.title));
  expect(parsed.feed.items?.map(({ content_html }) => content_html)).toEqual(
    feed.entries.map(({ content }) => content),
  );
  expect(parsed.feed.items?.map(({ language }) => language)).toEqual(
    feed.entries.map(({ post }) => post.lang ?? 'en'),
  );
});

test('a feed names the hub that announces its changes', async () => {
  const hub = 'https://hub.example/?a=1&b';
  const feed = await toFeed({ ...index, site: { ...index.site, announce: { webSub: hub } } });
  const [rss, atom] = [parseFeed(buildRss(feed)), parseFeed(buildAtom(feed))];
  const links = [
    ...(rss.format === 'rss' ? (rss.feed.atom?.links ?? []) : []),
    ...(atom.format === 'atom' ? (atom.feed.links ?? []) : []),
  ];
  expect(links.filter(({ rel }) => rel === 'hub').map(({ href }) => href)).toEqual([hub, hub]);
  expect(JSON.parse(buildJsonFeed(feed)).hubs).toEqual([{ type: 'WebSub', url: hub }]);
  expect(buildRss(await toFeed(index))).not.toContain('"hub"');
});

test('no address in a feed is relative, and nothing in it runs', async () => {
  for (const { post, content } of (await toFeed(index)).entries) {
    for (const [, address = ''] of content.matchAll(/\s(?:href|src|poster)="([^"]*)"/g)) {
      expect(address, post.slug).toMatch(/^(https?|mailto|data):/);
    }
    expect(content, post.slug).not.toMatch(/<(script|style|link)\b|\son\w+=|\sstyle=|class="(?!language-)/);
  }
});

test('ids outlive a new title, slug, folder and address of the site', () => {
  const ids = (site: string, post: string, file = 'posts/first/index.md') => {
    const files = readContent(path.resolve('e2e/content'));
    const source = `---\n${post}\ndescription: One.\ndate: 2024-01-01\n---\nText.\n`;
    const name = file.split('/')[1] ?? '';
    const document = { file, source, name, format: 'md' as const, folder: '/x', assets: [], problems: [] };
    const settings = { file: 'site.ts', source: site, problems: [] };
    const changed = buildIndex({ ...files, site: settings, posts: [document] }, '2026-11-22', 'public');
    expect(changed.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    return changed.posts.map((entry) => toEntryId(changed.site, entry));
  };
  const before = ids('export default { title: "A" }', 'title: One');
  expect(before).toEqual([expect.stringMatching(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab]/)]);
  const moved = 'export default { title: "A", url: "https://new.example" }';
  expect(ids(moved, 'title: Two')).toEqual(before);
  expect(ids(moved, 'title: One\nslug: second')).toEqual(before);
  expect(ids(moved, 'title: One\nslug: second\naliases: [/posts/first]')).toEqual(before);
  expect(ids(moved, 'title: One\naliases: [/posts/first]', 'posts/second/index.md')).toEqual(before);
  expect(ids('export default { title: "B", id: "A" }', 'title: One')).toEqual(before);
  expect(ids(moved, 'title: One\nid: first', 'posts/third/index.md')).toEqual(before);
  expect(ids(moved, 'title: One\nid: https://old.example/?p=1')).toEqual(['https://old.example/?p=1']);
  expect(ids('export default { title: "C" }', 'title: One')).not.toEqual(before);
});

test('a feed without posts is a feed', async () => {
  const feed = { ...(await toFeed(index)), entries: [] };
  expect((await new RssParser().parseString(buildRss(feed))).items).toEqual([]);
  expect((await new RssParser().parseString(buildAtom(feed))).items).toEqual([]);
  expect(JSON.parse(buildJsonFeed(feed)).items).toEqual([]);
});

async function toFeed({ site, strings, posts, authors }: ContentIndex): Promise<Feed> {
  const toEntry = async (post: Post): Promise<FeedEntry> => {
    const content = await renderFeedHtml(post, index);
    return { post, content, image };
  };
  const { title, description } = site;
  const author = authors.get(site.author ?? '')?.author;
  const entries = await Promise.all(posts.map(toEntry));
  return {
    site,
    list: '',
    title,
    description,
    home: homePath,
    page: strings,
    ...(author && { author }),
    entries,
  };
}
