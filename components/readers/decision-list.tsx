import type { Comment } from '@/lib/readers/comment';
import { commentPath } from '@/lib/urls';
import { Decisions } from './decisions';

interface DecisionListProps {
  comments: readonly Comment[];
  /** Posts by their ids. */
  posts: ReadonlyMap<string, { readonly title: string; readonly slug: string }>;
  /** The list that they are in, to come back to. */
  list?: Readonly<Record<string, string>>;
  /** Permits decisions on the one comment, for whoever got it by mail. */
  decisionKey?: string;
}

/** Comments, each with what a moderator can do with it. */
export function DecisionList({ comments, posts, list, decisionKey }: DecisionListProps) {
  return (
    <ol className="comment-list">
      {comments.map((comment) => {
        const post = posts.get(comment.post);
        const on = post && { title: post.title, href: commentPath(post.slug, comment.id) };
        return (
          <li key={comment.id}>
            <Decisions
              comment={comment}
              {...(on && { on })}
              {...(list && { list })}
              {...(decisionKey && { decisionKey })}
            />
          </li>
        );
      })}
    </ol>
  );
}
