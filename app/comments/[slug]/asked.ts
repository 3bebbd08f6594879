import type { Post } from '@/lib/content/types';
import type { ReadersPart } from '@/lib/readers/readers-part';
import type { Scope } from '@/lib/readers/threads';
import { toShown } from '@/lib/views/comments';
import { getIndex } from '@/lib/views/current-index';

/** What of the comments of a post an address asks for. */
export interface Asked {
  readonly post: Post;
  readonly part: ReadersPart;
  readonly query: Readonly<Record<string, string>>;
}

/** The comments of a post that pages show. */
export function toScope({ id }: Post): Scope {
  return { post: id, ...toShown(getIndex()) };
}
