import type { Post } from '@/lib/content/types';
import { getIndex } from '@/lib/views/current-index';

/** The posts of the blog by what comments know them by. */
export function listPostsById(): ReadonlyMap<string, Post> {
  return new Map([...getIndex().postsBySlug.values()].map((post) => [post.id, post]));
}
