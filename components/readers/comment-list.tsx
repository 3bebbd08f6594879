import { dayOf, formatDay } from '@/lib/dates';
import type { PublicComment } from '@/lib/readers/comment';
import type { SilentCounts } from '@/lib/readers/threads';
import { formatMessage, type Strings } from '@/lib/site/strings/messages';
import { commentPath } from '@/lib/urls';
import { ForeignLink, MentionLines } from './mention-lines';

interface CommentListProps {
  comments: readonly PublicComment[];
  /** How many likes and reposts there are, of which the newest are among the comments. */
  counts: SilentCounts;
  /** Of the post whose page of comments has all of them; absent where there is no such page. */
  slug: string | undefined;
  strings: Strings;
  /** Those whose place alone is shown: what is there already stays. */
  isKept?: (comment: PublicComment) => boolean;
  /** Where the form is with which a comment can be answered or changed; absent where there is none. */
  actions?: (comment: PublicComment) => { answer?: string; quote?: string; edit?: string };
}

/** Comments with the answers below them, each with an address of its own; before them, in a line, those who say nothing. */
export function CommentList(props: CommentListProps) {
  const texts = props.comments.filter(({ mention }) => !isSilent(mention));
  if (texts.length === props.comments.length) return <Texts {...props} />;
  return (
    <div>
      <MentionLines comments={props.comments} counts={props.counts} strings={props.strings} />
      {texts.length > 0 && <Texts {...props} comments={texts} />}
    </div>
  );
}

function isSilent(mention: PublicComment['mention']): boolean {
  return mention?.kind === 'like' || mention?.kind === 'repost';
}

function Texts(props: CommentListProps) {
  const first = props.comments.filter(({ parent }) => parent === undefined);
  if (first.length === 0) return <p className="meta">{formatMessage(props.strings, 'noComments')}</p>;
  const answersTo = groupAnswers(props.comments);
  return (
    <ol className="comment-list">
      {first.map((comment) => {
        const answers = answersTo.get(comment.id) ?? [];
        return (
          <li key={comment.id}>
            <CommentItem {...props} comment={comment} />
            {answers.length > 0 && (
              <ol>
                {answers.map((answer) => (
                  <li key={answer.id}>
                    <CommentItem {...props} comment={answer} />
                  </li>
                ))}
              </ol>
            )}
          </li>
        );
      })}
    </ol>
  );
}

/** By the comment that they answer: a list of thousands is gone through once. */
function groupAnswers(comments: readonly PublicComment[]): ReadonlyMap<string, readonly PublicComment[]> {
  const groups = new Map<string, PublicComment[]>();
  for (const comment of comments) {
    if (comment.parent === undefined) continue;
    const group = groups.get(comment.parent);
    if (group) group.push(comment);
    else groups.set(comment.parent, [comment]);
  }
  return groups;
}

function CommentItem({
  comment,
  slug,
  strings,
  actions,
  isKept,
}: CommentListProps & { comment: PublicComment }) {
  const { id, name, html, created, isByAuthor, mention, isGone } = comment;
  if (isKept?.(comment)) return <article id={`comment-${id}`} className="comment" />;
  if (isGone)
    return (
      <article id={`comment-${id}`} className="comment">
        <p className="meta">{formatMessage(strings, 'commentGone')}</p>
      </article>
    );
  const instant = new Date(created).toISOString();
  const { answer, quote, edit } = actions?.(comment) ?? {};
  return (
    <article id={`comment-${id}`} className="comment">
      <p className="comment-head">
        <b dir="auto">{mention?.website ? <ForeignLink href={mention.website}>{name}</ForeignLink> : name}</b>{' '}
        {isByAuthor && <span className="comment-author">{formatMessage(strings, 'byTheAuthor')}</span>}{' '}
        <a href={slug === undefined ? `#comment-${id}` : commentPath(slug, id)} data-no-prefetch="">
          <time dateTime={instant}>{formatDay(dayOf(instant), strings.language)}</time>
        </a>
        {mention && (
          <>
            {' '}
            <ForeignLink href={mention.url}>{new URL(mention.url).host}</ForeignLink>
          </>
        )}
      </p>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: made and sanitized by lib/readers/render-comment.ts. */}
      <div className="comment-text" dir="auto" dangerouslySetInnerHTML={{ __html: html }} />
      {(answer || quote || edit) && (
        <p className="comment-links">
          {answer && <a href={answer}>{formatMessage(strings, 'answer')}</a>}{' '}
          {quote && <a href={quote}>{formatMessage(strings, 'quote')}</a>}{' '}
          {edit && <a href={edit}>{formatMessage(strings, 'edit')}</a>}
        </p>
      )}
    </article>
  );
}
