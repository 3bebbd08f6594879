import { toRfc3339 } from '../dates';
import { absoluteUrl, authorPath, feedPathOf, postPath, tagPath } from '../urls';
import { toEntryId, toFeedId } from './entry-id';
import { changedOf, type Feed, type FeedAuthor, type FeedEntry, lastChangeOf } from './feed';
import { buildFeedPage, STYLE_INSTRUCTION } from './feed-page';
import { element, escapeXml, joinLines } from './xml';

/** What a feed without entries says of its last change, which it has to say. */
const NEVER = '1970-01-01';

/** An Atom 1.0 feed (RFC 4287) with full content. */
export function buildAtom(feed: Feed): string {
  const { site, entries } = feed;
  const link = (rel: string, type: string, path: string) =>
    element('link', '', { rel, type, href: absoluteUrl(site.url, path) });
  return joinLines([
    '<?xml version="1.0" encoding="utf-8"?>',
    STYLE_INSTRUCTION,
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeXml(site.language)}">`,
    buildFeedPage(feed),
    element('id', toFeedId(site, feed.list)),
    element('title', feed.title),
    element('subtitle', feed.description),
    element('updated', toRfc3339(lastChangeOf(feed) ?? NEVER, site.timeZone)),
    feed.author ? buildAuthor(site, feed.author) : `<author>${element('name', site.title)}</author>`,
    link('self', 'application/atom+xml', feedPathOf('atom', feed.home)),
    link('alternate', 'text/html', feed.home),
    site.announce?.webSub && element('link', '', { rel: 'hub', href: site.announce.webSub }),
    element('generator', 'Colophon'),
    site.rights && element('rights', site.rights),
    ...entries.map((entry) => buildEntry(site, entry)),
    '</feed>',
  ]);
}

function buildEntry(site: Feed['site'], { post, content, image }: FeedEntry): string {
  const { date, lang = site.language } = post;
  return joinLines([
    `<entry xml:lang="${escapeXml(lang)}">`,
    element('id', toEntryId(site, post)),
    element('title', post.title),
    date && element('published', toRfc3339(date, site.timeZone)),
    element('updated', toRfc3339(changedOf(post, site.timeZone), site.timeZone)),
    element('link', '', {
      rel: 'alternate',
      type: 'text/html',
      href: absoluteUrl(site.url, postPath(post.slug)),
    }),
    ...post.authors.map((author) => buildAuthor(site, author)),
    ...post.tags.map(({ slug, label }) =>
      element('category', '', { term: slug, scheme: absoluteUrl(site.url, tagPath('')), label }),
    ),
    element('summary', post.description),
    element('content', content, { type: 'html' }),
    image &&
      element('link', '', {
        rel: 'enclosure',
        type: image.type,
        length: String(image.bytes),
        href: absoluteUrl(site.url, image.path),
      }),
    '</entry>',
  ]).trimEnd();
}

function buildAuthor(site: Feed['site'], { id, name, url }: FeedAuthor): string {
  return `<author>${element('name', name)}${element('uri', url ?? absoluteUrl(site.url, authorPath(id)))}</author>`;
}
