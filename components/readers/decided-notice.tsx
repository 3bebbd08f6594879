import type { Comment } from '@/lib/readers/comment';
import { decidePath } from '@/lib/urls';

interface DecidedNoticeProps {
  comment: Comment;
  /** The list that it was in, to come back to. */
  list: Readonly<Record<string, string>>;
}

/** What a comment is now that was decided on, and the way back. */
export function DecidedNotice({ comment, list }: DecidedNoticeProps) {
  return (
    <form id="done" className="comment-decisions comment-notice" method="post" action={decidePath}>
      <p role="status">
        <b dir="auto">{comment.name}</b>: {comment.state}
      </p>
      <input type="hidden" name="comment" value={comment.id} />
      {Object.entries(list).map(([key, value]) => (
        <input key={key} type="hidden" name={key} value={value} />
      ))}
      <button type="submit" name="action" value="undo">
        Undo
      </button>
    </form>
  );
}
