import { toRfc822, toRfc3339 } from '../dates';
import { absoluteUrl, feedPathOf, postPath } from '../urls';
import { toEntryId } from './entry-id';
import { changedOf, type Feed, type FeedEntry, lastChangeOf } from './feed';
import { buildFeedPage, STYLE_INSTRUCTION } from './feed-page';
import { element, joinLines } from './xml';

const NAMESPACES = [
  'xmlns:atom="http://www.w3.org/2005/Atom"',
  'xmlns:content="http://purl.org/rss/1.0/modules/content/"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
];

/** An RSS 2.0 feed with full content, dated by its last change. */
export function buildRss(feed: Feed): string {
  const { site, entries } = feed;
  const changed = lastChangeOf(feed);
  return joinLines([
    '<?xml version="1.0" encoding="utf-8"?>',
    STYLE_INSTRUCTION,
    `<rss version="2.0" ${NAMESPACES.join(' ')}>`,
    '<channel>',
    buildFeedPage(feed),
    element('title', feed.title),
    element('link', absoluteUrl(site.url, feed.home)),
    element('description', feed.description),
    element('language', site.language),
    site.rights && element('copyright', site.rights),
    changed && element('lastBuildDate', toRfc822(changed, site.timeZone)),
    element('generator', 'Colophon'),
    element('docs', 'https://www.rssboard.org/rss-specification'),
    element('atom:link', '', {
      href: absoluteUrl(site.url, feedPathOf('rss', feed.home)),
      rel: 'self',
      type: 'application/rss+xml',
    }),
    site.announce?.webSub && element('atom:link', '', { href: site.announce.webSub, rel: 'hub' }),
    ...entries.map((entry) => buildItem(feed, entry)),
    '</channel>',
    '</rss>',
  ]);
}

function buildItem({ site }: Feed, { post, content, image }: FeedEntry): string {
  const { date, updated } = post;
  return joinLines([
    '<item>',
    element('title', post.title),
    element('link', absoluteUrl(site.url, postPath(post.slug))),
    element('guid', toEntryId(site, post), { isPermaLink: 'false' }),
    date && element('pubDate', toRfc822(date, site.timeZone)),
    updated && element('atom:updated', toRfc3339(changedOf(post, site.timeZone), site.timeZone)),
    ...post.authors.map(({ name }) => element('dc:creator', name)),
    post.lang && element('dc:language', post.lang),
    ...post.tags.map(({ label }) => element('category', label)),
    element('description', post.description),
    element('content:encoded', content),
    image &&
      element('enclosure', '', {
        url: absoluteUrl(site.url, image.path),
        length: String(image.bytes),
        type: image.type,
      }),
    '</item>',
  ]).trimEnd();
}
