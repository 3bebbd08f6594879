import { CommentList } from '@/components/readers/comment-list';
import { toPublicComment } from '@/lib/readers/comment';
import { readNewer } from '@/lib/readers/comments-page';
import { getStrings } from '@/lib/views/current-index';
import { type Asked, toScope } from './asked';

/** What changed since the page of the post was made, for the script there. */
export async function showNewer({ post, part, query }: Asked) {
  const since = Number(query.since) || 0;
  const { list, counts } = await readNewer(part.store, toScope(post), query.first);
  const changed = new Map(list.map((comment) => [comment.id, comment.changed]));
  return (
    <colophon-part>
      <div className="comments">
        <CommentList
          comments={list.map(toPublicComment)}
          counts={counts}
          slug={post.slug}
          strings={getStrings()}
          isKept={({ id }) => (changed.get(id) ?? 0) <= since}
        />
      </div>
    </colophon-part>
  );
}
