import type { Post } from '../content/types';
import { toRfc822 } from '../dates';
import type { Site } from '../site';
import { absoluteUrl, feedPath, homePath, postPath } from '../urls';
import { element, escapeXml } from './xml';

export interface FeedItem {
  readonly post: Post;
  /** The post's body as HTML with absolute addresses. */
  readonly content: string;
}

/** An RSS 2.0 feed with full content. Dated by its newest post, so that the same content gives the same bytes. */
export function buildRss(site: Site, items: readonly FeedItem[]): string {
  const self = absoluteUrl(site.url, feedPath);
  const newest = items
    .map(({ post }) => post.updated ?? post.date ?? '')
    .sort()
    .at(-1);
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">',
    '<channel>',
    element('title', site.title),
    element('link', absoluteUrl(site.url, homePath)),
    element('description', site.description),
    element('language', site.language),
    `<atom:link href="${escapeXml(self)}" rel="self" type="application/rss+xml"/>`,
    newest ? element('lastBuildDate', toRfc822(newest, site.timeZone)) : '',
    ...items.map((item) => buildItem(site, item)),
    '</channel>',
    '</rss>',
    '',
  ]
    .filter((line, index, all) => line !== '' || index === all.length - 1)
    .join('\n');
}

function buildItem(site: Site, { post, content }: FeedItem): string {
  const url = absoluteUrl(site.url, postPath(post.slug));
  return [
    '<item>',
    element('title', post.title),
    element('link', url),
    element('guid', url, { isPermaLink: 'true' }),
    post.date ? element('pubDate', toRfc822(post.date, site.timeZone)) : '',
    ...post.authors.map(({ name }) => element('dc:creator', name)),
    ...post.tags.map(({ label }) => element('category', label)),
    element('description', post.description),
    element('content:encoded', content),
    '</item>',
  ]
    .filter((line) => line !== '')
    .join('\n');
}
