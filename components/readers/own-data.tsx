import { dayOf, formatDay } from '@/lib/dates';
import type { Comment } from '@/lib/readers/comment';
import type { Follower } from '@/lib/readers/follower';
import type { Subscriber } from '@/lib/readers/subscriber';
import { formatMessage, type Strings } from '@/lib/site/strings/messages';
import { endAnswersPath, sendOwnDataPath } from '@/lib/urls';
import { MailField } from './mail-field';

interface OwnDataProps {
  comments: readonly Comment[];
  /** Of the mail address. */
  subscription?: Pick<Subscriber, 'mail' | 'asked' | 'confirmed'>;
  /** The same: whether answers come to it. */
  answers?: Pick<Follower, 'id' | 'mail' | 'asked' | 'confirmed'>;
  /** Of the link that was opened. */
  token?: string;
  /** True where that is not valid any more. */
  isInvalid?: boolean;
  strings: Strings;
}

/** What is kept of somebody, the buttons with which all of it is downloaded and erased, and a form for a link to the rest. */
export function OwnData({
  comments,
  subscription,
  answers,
  token,
  isInvalid = false,
  strings,
}: OwnDataProps) {
  const isNothing = comments.length === 0 && !subscription && !answers;
  return (
    <>
      {isNothing && (
        <p role={isInvalid ? 'alert' : undefined}>
          {formatMessage(strings, isInvalid ? 'linkInvalid' : 'nothingFound')}
        </p>
      )}
      {subscription && <OwnSubscription {...subscription} strings={strings} />}
      {answers?.confirmed !== undefined && <OwnAnswers {...answers} strings={strings} />}
      {comments.map((comment) => (
        <OwnComment key={comment.id} comment={comment} language={strings.language} />
      ))}
      {!isNothing && (
        <form className="comment-form" method="post" action={sendOwnDataPath}>
          {token !== undefined && <input type="hidden" name="token" value={token} />}
          <p>
            <button type="submit" name="action" value="export">
              {formatMessage(strings, 'download')}
            </button>{' '}
            <button type="submit" name="action" value="erase">
              {formatMessage(strings, 'eraseAll')}
            </button>
          </p>
        </form>
      )}
      {token === undefined && (
        <form className="comment-form" method="post" action={sendOwnDataPath}>
          <MailField strings={strings} />
          <p>
            <button type="submit" name="action" value="mail-link">
              {formatMessage(strings, 'sendLink')}
            </button>
          </p>
        </form>
      )}
    </>
  );
}

function OwnSubscription({
  mail,
  asked,
  confirmed = asked,
  strings,
}: NonNullable<OwnDataProps['subscription']> & { strings: Strings }) {
  const date = formatDay(dayOf(new Date(confirmed).toISOString()), strings.language);
  return (
    <article className="comment">
      <p className="comment-head">
        <b dir="ltr">{mail}</b> {formatMessage(strings, 'byMailSince', { date })}
      </p>
    </article>
  );
}

function OwnAnswers({
  id,
  mail,
  asked,
  confirmed = asked,
  strings,
}: NonNullable<OwnDataProps['answers']> & { strings: Strings }) {
  const date = formatDay(dayOf(new Date(confirmed).toISOString()), strings.language);
  return (
    <article className="comment">
      <p className="comment-head">
        <b dir="ltr">{mail}</b> {formatMessage(strings, 'answersSince', { date })}{' '}
        <a href={endAnswersPath(id)} data-no-prefetch="">
          {formatMessage(strings, 'stopAnswers')}
        </a>
      </p>
    </article>
  );
}

function OwnComment({ comment, language }: { comment: Comment; language: string }) {
  const { id, name, html, created } = comment;
  const instant = new Date(created).toISOString();
  return (
    <article className="comment" id={`comment-${id}`}>
      <p className="comment-head">
        <b dir="auto">{name}</b> <time dateTime={instant}>{formatDay(dayOf(instant), language)}</time>
      </p>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: made and sanitized by lib/readers/render-comment.ts. */}
      <div className="comment-text" dir="auto" dangerouslySetInnerHTML={{ __html: html }} />
    </article>
  );
}
