import type { ContentIndex } from '../content/content-index';
import type { Post } from '../content/types';
import { decodeParam, postPath, toBasePath } from '../urls';

/** Whether pages of other sites that link to a post are taken, and shown once they are approved. */
export function takesMentions({ comments, state }: Post, { site }: ContentIndex): boolean {
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
