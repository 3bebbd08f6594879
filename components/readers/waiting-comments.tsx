import type { Comment } from '@/lib/readers/comment';
import { formatMessage, type Strings } from '@/lib/site/strings/messages';

interface WaitingCommentsProps {
  comments: readonly Comment[];
  strings: Strings;
}

/** What the reader wrote and others do not see, and why. */
export function WaitingComments({ comments, strings }: WaitingCommentsProps) {
  return comments.map(({ id, html, state, reason }) => (
    <article key={id} className="comment comment-waiting">
      <p className="comment-head">
        {formatMessage(strings, state === 'held' ? 'commentHeld' : 'commentRefused')} {reason}
      </p>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: made and sanitized by lib/readers/render-comment.ts. */}
      <div className="comment-text" dir="auto" dangerouslySetInnerHTML={{ __html: html }} />
    </article>
  ));
}
