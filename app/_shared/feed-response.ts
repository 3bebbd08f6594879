import { getContent } from '@/lib/content/posts';
import type { Post } from '@/lib/content/types';
import { getLeadImage } from '@/lib/markdown/media/lead-image';
import { mediaTypeOf } from '@/lib/markdown/media/media-type';
import { renderFeedHtml } from '@/lib/markdown/plain/feed-html';
import { buildAtom } from '@/lib/syndication/atom';
import type { Feed, FeedEntry } from '@/lib/syndication/feed';
import { buildJsonFeed } from '@/lib/syndication/json-feed';
import { buildRss } from '@/lib/syndication/rss';
import { authorPath, type FeedFormat, homePath, tagPath } from '@/lib/urls';

/** Browsers show `application/rss+xml` and `application/atom+xml` as source; feed readers take either. */
const FORMATS: Readonly<Record<FeedFormat, { build: (feed: Feed) => string; type: string }>> = {
  rss: { build: buildRss, type: 'application/xml; charset=utf-8' },
  atom: { build: buildAtom, type: 'application/xml; charset=utf-8' },
  json: { build: buildJsonFeed, type: 'application/feed+json; charset=utf-8' },
};

/** The feed of the whole site. */
export async function respondWithSiteFeed(format: FeedFormat): Promise<Response> {
  const { site, authors, posts } = getContent();
  const author = site.author === undefined ? undefined : authors.get(site.author)?.author;
  const { title, description } = site;
  return respond(format, posts, { site, list: '', title, description, home: homePath, author });
}

/** The feed of a tag. */
export async function respondWithTagFeed(format: FeedFormat, slug: string): Promise<Response> {
  const { site, tags } = getContent();
  const entry = tags.get(slug);
  if (!entry) return new Response('There is no such tag.', { status: 404 });
  const { label, description = `Notes on ${label} in ${site.title}.` } = entry.tag;
  const title = `${label} · ${site.title}`;
  return respond(format, entry.posts, {
    site,
    list: `tags/${slug}`,
    title,
    description,
    home: tagPath(slug),
  });
}

/** The feed of an author. */
export async function respondWithAuthorFeed(format: FeedFormat, id: string): Promise<Response> {
  const { site, authors } = getContent();
  const entry = authors.get(id);
  if (!entry) return new Response('There is no such author.', { status: 404 });
  const { author, posts } = entry;
  const description = author.bio ?? `Notes by ${author.name} in ${site.title}.`;
  const title = `${author.name} · ${site.title}`;
  return respond(format, posts, {
    site,
    list: `authors/${id}`,
    title,
    description,
    home: authorPath(id),
    author,
  });
}

async function respond(
  format: FeedFormat,
  posts: readonly Post[],
  feed: Omit<Feed, 'entries'>,
): Promise<Response> {
  const { build, type } = FORMATS[format];
  const latest = posts.filter(({ state }) => state === 'published').slice(0, feed.site.postsInFeed);
  const entries = await Promise.all(latest.map(toEntry));
  const text = build({ ...feed, entries });
  return new Response(text, { headers: { 'Content-Type': type } });
}

async function toEntry(post: Post): Promise<FeedEntry> {
  const index = getContent();
  const content = await renderFeedHtml(post, index);
  const image = await getLeadImage(post, index);
  if (!image) return { post, content };
  const { path, bytes, name } = image;
  return { post, content, image: { path, bytes, type: mediaTypeOf(name) } };
}
