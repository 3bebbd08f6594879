import type { ContentIndex } from '../content/content-index';
import type { Post } from '../content/types';
import {
  absoluteUrl,
  authorPath,
  decodeParam,
  homePath,
  postPath,
  toBasePath,
  webmentionPath,
} from '../urls';

/** What other sites are given of a post that they can answer. */
export interface MentionsView {
  /** Where they report it. */
  readonly endpoint: string;
  readonly title: string;
  /** Absolute address. */
  readonly url: string;
  readonly date?: string;
  readonly authors: readonly { readonly name: string; readonly href: string }[];
}

/** Undefined where a post takes no mentions. Where it names no author the blog is. */
export function viewMentions(post: Post, index: ContentIndex): MentionsView | undefined {
  if (!takesMentions(post, index)) return undefined;
  const { site } = index;
  const authors = post.authors.map(({ id, name, count }) => ({
    name,
    href: count > 0 ? authorPath(id) : homePath,
  }));
  return {
    ...{ endpoint: webmentionPath, title: post.title, url: absoluteUrl(site.url, postPath(post.slug)) },
    ...(post.date !== undefined && { date: post.date }),
    authors: authors.length > 0 ? authors : [{ name: site.title, href: homePath }],
  };
}

/** Whether pages of other sites that link to a post are taken, and shown once they are approved. */
function takesMentions({ comments, state }: Post, { site }: ContentIndex): boolean {
  return Boolean(site.readers?.mentions) && comments && (state === 'published' || state === 'unlisted');
}

/** The post at an address, or at an address that redirects to it, where it takes mentions. */
export function findMentionedPost({ host, pathname }: URL, index: ContentIndex): Post | undefined {
  const { site, postsBySlug } = index;
  const base = toBasePath(site.url);
  if (host !== new URL(site.url).host || !pathname.startsWith(`${base}/`)) return undefined;
  const path = decodeParam(pathname.slice(base.length).replace(/\/+$/, ''));
  const post = [...postsBySlug.values()].find(
    ({ slug, aliases }) => decodeParam(postPath(slug)) === path || aliases.includes(path),
  );
  return post && takesMentions(post, index) ? post : undefined;
}
