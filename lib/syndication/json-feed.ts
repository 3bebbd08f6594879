import { toRfc3339 } from '../dates';
import { absoluteUrl, authorPath, feedPathOf, postPath } from '../urls';
import { toEntryId } from './entry-id';
import type { Feed, FeedAuthor, FeedEntry } from './feed';

/** A JSON Feed (version 1.1 of jsonfeed.org) with full content. */
export function buildJsonFeed(feed: Feed): string {
  const { site, title, description, home, author, entries } = feed;
  const json = {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: absoluteUrl(site.url, home),
    feed_url: absoluteUrl(site.url, feedPathOf('json', home)),
    description,
    language: site.language,
    ...(site.announce?.webSub && { hubs: [{ type: 'WebSub', url: site.announce.webSub }] }),
    authors: author ? [toAuthor(site, author)] : [{ name: site.title }],
    items: entries.map((entry) => toItem(site, entry)),
  };
  return `${JSON.stringify(json, null, 2)}\n`;
}

function toItem(site: Feed['site'], { post, content, image }: FeedEntry) {
  const { date, updated, lang = site.language } = post;
  return {
    id: toEntryId(site, post),
    url: absoluteUrl(site.url, postPath(post.slug)),
    title: post.title,
    summary: post.description,
    content_html: content,
    ...(date && { date_published: toRfc3339(date, site.timeZone) }),
    ...(updated && { date_modified: toRfc3339(updated, site.timeZone) }),
    language: lang,
    authors: post.authors.map((author) => toAuthor(site, author)),
    tags: post.tags.map(({ label }) => label),
    ...(image && {
      image: absoluteUrl(site.url, image.path),
      attachments: [
        { url: absoluteUrl(site.url, image.path), mime_type: image.type, size_in_bytes: image.bytes },
      ],
    }),
  };
}

function toAuthor(site: Feed['site'], { id, name, url }: FeedAuthor) {
  return { name, url: url ?? absoluteUrl(site.url, authorPath(id)) };
}
