import type { ReactNode } from 'react';
import type { Comment } from '@/lib/readers/comment';
import { decidePath } from '@/lib/urls';
import { ForeignLink } from './mention-lines';

interface DecisionsProps {
  comment: Comment;
  /** The post it is about. */
  on?: { title: string; href: string };
  /** Where the form is sent, in the place of the page of moderators. */
  action?: string;
  /** The list that it is shown in, to come back to. */
  list?: Readonly<Record<string, string>>;
  /** Permits decisions on this comment, for whoever got it by mail. */
  decisionKey?: string;
}

/** A comment and what a moderator can do with it. */
export function Decisions(props: DecisionsProps) {
  const { comment, on, list, decisionKey } = props;
  const { id, name, html, created, state, reason, isByAuthor, mention } = comment;
  const instant = new Date(created).toISOString();
  return (
    <article className="comment" id={`comment-${id}`}>
      <p className="comment-head">
        <b dir="auto">{name}</b> {on && <a href={on.href}>{on.title}</a>}{' '}
        <time dateTime={instant}>{instant.slice(0, 16).replace('T', ' ')}</time> {state}
        {reason && `: ${reason}`}
        {mention && (
          <>
            {' · '}
            {mention.kind}: <ForeignLink href={mention.source}>{mention.source}</ForeignLink>
          </>
        )}
      </p>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: made and sanitized by lib/readers/render-comment.ts. */}
      <div className="comment-text" dir="auto" dangerouslySetInnerHTML={{ __html: html }} />
      <DecisionForm {...props}>
        {state !== 'approved' && <Decision value="approved" label="Approve" />}
        {state !== 'spam' && <Decision value="spam" label="Spam" />}
        {state !== 'deleted' && !decisionKey && <Decision value="deleted" label="Delete" />}
        {state !== 'held' && <Decision value="undo" label="Undo" />}
        {list && !isByAuthor && <Decision value="ban" label="Ban writer" />}
      </DecisionForm>
      {state !== 'refused' && (
        // A form of its own: who presses Enter in a reason refuses.
        <DecisionForm {...props}>
          <label>
            Reason <input name="reason" maxLength={500} />
          </label>
          <Decision value="refused" label="Refuse" />
        </DecisionForm>
      )}
    </article>
  );
}

function DecisionForm(props: DecisionsProps & { children: ReactNode }) {
  const { comment, action = decidePath, list = {}, decisionKey, children } = props;
  return (
    <form className="comment-decisions" method="post" action={action}>
      <input type="hidden" name="comment" value={comment.id} />
      {decisionKey && <input type="hidden" name="key" value={decisionKey} />}
      {Object.entries(list).map(([key, value]) => (
        <input key={key} type="hidden" name={key} value={value} />
      ))}
      {children}
    </form>
  );
}

function Decision({ value, label }: { value: string; label: string }) {
  return (
    <button type="submit" name="action" value={value}>
      {label}
    </button>
  );
}
