import { formatMessage, type Strings } from '@/lib/site/strings/messages';

interface CommentNoticesProps {
  /** Why it was not sent. */
  fault: string | undefined;
  /** The text that was typed, rendered. */
  preview: string | undefined;
  /** What became of what was sent. */
  sent: string | undefined;
  /** Id of the comment that was sent. */
  own: string | undefined;
  here: string;
  strings: Strings;
}

const OUTCOMES = { held: 'commentHeld', approved: 'commentApproved', deleted: 'commentDeleted' } as const;

/** What became of a form that was sent. */
export function CommentNotices({ fault, preview, sent, own, here, strings }: CommentNoticesProps) {
  const name = Object.entries(OUTCOMES).find(([key]) => key === sent)?.[1];
  return (
    <>
      {name && (
        <p id="sent" role="status" className="comment-notice">
          {formatMessage(strings, name)}{' '}
          {own && sent !== 'deleted' && (
            <a href={`${here}?edit=${own}#write`}>{formatMessage(strings, 'edit')}</a>
          )}
        </p>
      )}
      {fault && (
        <p role="alert" className="comment-notice">
          {fault}
        </p>
      )}
      {preview !== undefined && (
        <section className="comment" aria-label={formatMessage(strings, 'preview')}>
          <h2>{formatMessage(strings, 'preview')}</h2>
          {/* biome-ignore lint/security/noDangerouslySetInnerHtml: made and sanitized by lib/readers/render-comment.ts. */}
          <div className="comment-text" dir="auto" dangerouslySetInnerHTML={{ __html: preview }} />
        </section>
      )}
    </>
  );
}
