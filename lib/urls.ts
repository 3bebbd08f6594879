/** Every address of the site, spelled once. Paths are percent-encoded and start with `/`. */

/** Slugs that posts may not have, since the routes below `/posts` use them. */
export const RESERVED_POST_SLUGS = ['page'];

/** Slugs that pages may not have, since top-level routes and files use them. */
export const RESERVED_PAGE_SLUGS = [
  'posts',
  'tags',
  'authors',
  'series',
  'media',
  'cards',
  'search',
  'desk',
  'live',
  'elements',
  'share',
  'api',
  '_next',
  'feed.xml',
  'atom.xml',
  'feed.json',
  'feed.css',
  'sitemap.xml',
  'sitemaps',
  'nearest.json',
  'markdown',
  'robots.txt',
  'llms.txt',
  'manifest.webmanifest',
  'healthz',
  'comments',
  'moderate',
  'webmention',
  'by-mail',
  'icon.svg',
  'apple-icon.png',
];

/** The path of the section in a language: `/de`, `/pt-br`. */
export function sectionPath(language: string): string {
  return `/${encode(toSectionSlug(language))}`;
}

/** The last part of that path. */
export function toSectionSlug(language: string): string {
  return language.toLowerCase();
}

/** The page for addresses below a section that do not exist: its file, and no address of its own where a server knows. */
export function sectionMissingPath(section: string): string {
  return `${section}/404`;
}

/** A list of the site, as the section that these strings belong to has it: `/de/posts`. */
export function inSection({ section = '' }: { readonly section?: string }, path: string): string {
  return path === homePath && section !== '' ? section : section + path;
}

export const homePath = '/';
export const feedPath = '/feed.xml';
export const feedStylePath = '/feed.css';
export const sitemapPath = '/sitemap.xml';
export const llmsPath = '/llms.txt';
export const iconPath = '/icon.svg';
export const tilePath = '/apple-icon.png';
export const nearestPath = '/nearest.json';

/** A part of a sitemap that is too long for one file, counted from 1. */
export function sitemapPartPath(part: number): string {
  return `/sitemaps/${part}.xml`;
}

export function postPath(slug: string): string {
  return `/posts/${encode(slug)}`;
}

/** A post as Markdown, for programs. */
export function markdownPath(slug: string): string {
  return `${postPath(slug)}.md`;
}

export function pagePath(slug: string): string {
  return `/${encode(slug)}`;
}

/** The archive; page 1 has no number in its address. */
export function archivePath(page = 1): string {
  return page === 1 ? '/posts' : `/posts/page/${page}`;
}

export function tagsPath(): string {
  return '/tags';
}

/** A tag's list of posts; page 1 has no number in its address. */
export function tagPath(slug: string, page = 1): string {
  return page === 1 ? `/tags/${encode(slug)}` : `/tags/${encode(slug)}/page/${page}`;
}

export function authorPath(id: string): string {
  return `/authors/${encode(id)}`;
}

export function seriesPath(slug: string): string {
  return `/series/${encode(slug)}`;
}

export type FeedFormat = 'rss' | 'atom' | 'json';

const FEED_FILES: Readonly<Record<FeedFormat, string>> = {
  rss: 'feed.xml',
  atom: 'atom.xml',
  json: 'feed.json',
};

/** The feed of a list of posts: the home page, a tag or an author. */
export function feedPathOf(format: FeedFormat, list: string = homePath): string {
  return `${list === homePath ? '' : list}/${FEED_FILES[format]}`;
}

/** The name of the page that shows the blog's own type and colours, unless a page of the blog has it. */
export const SPECIMEN_SLUG = 'colophon';

export const searchPath = '/search';

/** A piece of the search index; all names but `manifest` change with the content. */
export function searchPiecePath(name: string): string {
  return `${searchPath}/${name}`;
}

/** A file beside a post; the hash of its bytes makes the address safe to cache for good. */
export function mediaPath(hash: string, name: string): string {
  return `/media/${hash}/${encode(name)}`;
}

/** A social card; the hash of what it shows makes the address safe to cache for good. */
export function cardPath(hash: string, ending: 'png' | 'jpg'): string {
  return `/cards/${hash}.${ending}`;
}

/** The script of the custom elements; the hash of its bytes makes the address safe to cache for good. */
export function elementsPath(hash: string): string {
  return `/elements/${hash}.js`;
}

/** The comments of a post, and the form to write one. */
export function commentsPath(slug: string): string {
  return `/comments/${encode(slug)}`;
}

/** A page of them, from 1: the oldest are on the first. */
export function commentsPagePath(slug: string, page: number): string {
  return `${commentsPath(slug)}?page=${page}`;
}

/** One of them, on whichever page it is. */
export function commentPath(slug: string, id: string): string {
  return `${commentsPath(slug)}?comment=${encode(id)}#comment-${id}`;
}

/** Where that form is sent. */
export function sendCommentPath(slug: string): string {
  return `${commentsPath(slug)}/send`;
}

/** What somebody wrote below all posts. */
export const ownDataPath = '/comments';

/** Where its forms are sent; no comments of a post are so deep. */
export const sendOwnDataPath = '/comments/own/data';

/** Where readers confirm that answers come to them by mail, and end it. */
export const answersPath = '/comments/own/answers';

/** Where the form of that page is sent which confirms it. */
export const sendAnswersPath = '/comments/own/answers/send';

/** The page with that form, for whoever has the link. */
export function confirmAnswersPath(follower: string, key: string): string {
  return `${answersPath}?follower=${encode(follower)}&key=${encode(key)}`;
}

/** What ends the mails about a thread, or all: programs for mail send a form to it (RFC 8058), and show it to people. */
export function endAnswersPath(follower: string, thread = ''): string {
  return `${answersPath}/end?follower=${encode(follower)}${thread && `&thread=${encode(thread)}`}`;
}

/** Where thanks for a post are sent. */
export function thanksPath(slug: string): string {
  return `${commentsPath(slug)}/thanks`;
}

/** The place of a post that a reader comes back to who said thanks; no heading has it. */
export const THANKED = 'thanks.given';

/** Where other sites report that they link to a post. */
export const webmentionPath = '/webmention';

/** Where pages report that they were read, and searches that found nothing. */
export const readsPath = '/api/reads';

/** Where readers subscribe to new posts, confirm that, and end it. */
export const byMailPath = '/by-mail';

/** Where the forms of that page are sent. */
export const sendByMailPath = '/by-mail/send';

/** What ends a subscription, in the words of a section: programs for mail send a form to it (RFC 8058), and show it to people. */
export function endByMailPath(subscriber: string, section = ''): string {
  return `/by-mail/end?subscriber=${encode(subscriber)}${section && `&section=${encode(section)}`}`;
}

export const moderatePath = '/moderate';

/** A list there, or a place in it. */
export function moderateListPath(query: Readonly<Record<string, string | number>>): string {
  const search = new URLSearchParams(Object.entries(query).map(([key, value]) => [key, String(value)]));
  return `${moderatePath}?${search}`;
}

/** Where the forms of moderators are sent. */
export const decidePath = '/moderate/decide';

/** A draft shown to whoever has the link: the token says which, and until when. */
export function sharePath(token: string): string {
  return `/share/${token}`;
}

/** A file that a shared draft shows, at the address `mediaPath` gives it once it is published. */
export function sharedMediaPath(token: string, mediaPath: string): string {
  return mediaPath.replace(/^\/media\//, `${sharePath(token)}/`);
}

/** The path below which a site is, from its absolute address: `/blog`; nothing where it has a host of its own. */
export function toBasePath(siteUrl: string): string {
  return new URL(siteUrl).pathname.replace(/\/+$/, '');
}

/**
 * The same in the processes of a build, which `npm run build` gives it to. All code speaks of paths on the site, as if that had
 * a host of its own; they are moved below this one where they leave it: in finished pages, in scripts, and in what servers are given.
 */
export function getBasePath(): string {
  return process.env.BASE_PATH ?? '';
}

/** The absolute form of a path on the site. */
export function absoluteUrl(siteUrl: string, path: string): string {
  return path === '/' ? siteUrl : `${siteUrl}${path}`;
}

/** A route parameter, path or anchor as the content spells it: decoded and composed. Next passes parameters encoded. */
export function decodeParam(param: string): string {
  return decodePercent(param).normalize('NFC');
}

/** Percent-encoded text decoded, or unchanged where its encoding is invalid. */
export function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function encode(segment: string): string {
  return encodeURIComponent(segment);
}
