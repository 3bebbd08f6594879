import type { ContentIndex } from '../content/content-index';
import { getContent, loadContent } from '../content/posts';
import type { Post } from '../content/types';
import type { Media } from '../markdown/media/media';
import { listDocumentMedia } from '../markdown/media/media-list';
import { getShareSecret, readShare } from './token';

export interface SharedPost {
  readonly post: Post;
  /** The site as readers know it: what a link in the draft may lead to. */
  readonly index: ContentIndex;
  /** Seconds since 1970. */
  readonly expires: number;
}

/** The post that a token opens, in whatever state it is by now. Undefined for every token that opens nothing. */
export function getSharedPost(token: string): SharedPost | undefined {
  const secret = getShareSecret();
  const share = secret === undefined ? undefined : readShare(token, secret, new Date());
  const post = share && loadContent('author').postsBySlug.get(share.slug);
  if (!share || !post) return undefined;
  const index = getContent();
  return { post: asReadersKnow(post, index), index, expires: share.expires };
}

/** Whether readers see the post by now at its own address: a function carries nothing of what it shows. */
export function isPublished({ post, index }: SharedPost): boolean {
  return index.postsBySlug.has(post.slug);
}

/** A file that a shared post shows or links to, by the hash of its bytes and its name. */
export async function findSharedMedia(
  { post, index }: SharedPost,
  hash: string,
  name: string,
): Promise<Media | undefined> {
  const media = await listDocumentMedia(post, index);
  return media.find((file) => file.hash === hash && file.name === name);
}

/** Tags and authors that only drafts have lead nowhere. */
function asReadersKnow(post: Post, { tags, authors }: ContentIndex): Post {
  return {
    ...post,
    tags: post.tags.map((tag) => ({ ...tag, count: tags.get(tag.slug)?.tag.count ?? 0 })),
    authors: post.authors.map((author) => ({
      ...author,
      count: authors.get(author.id)?.author.count ?? 0,
    })),
  };
}
