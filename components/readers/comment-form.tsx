import { formatMessage, type Strings } from '@/lib/site/strings/messages';
import { ChallengeFields } from './challenge-fields';
import { TrapField } from './trap-field';

export interface CommentFormValues {
  readonly name: string;
  readonly mail: string;
  readonly body: string;
  readonly parent: string;
}

interface CommentFormProps {
  action: string;
  values: CommentFormValues;
  /** When the form was shown, signed. */
  stamp: string;
  /** What the browser is to solve, where a program may have sent the form before. */
  challenge?: { readonly challenge: string; readonly script: string } | undefined;
  /** Name of whoever is answered. */
  answered?: string | undefined;
  /** Id of the comment that is changed, where it is no new one. */
  edited?: string | undefined;
  /** Name of a signed-in moderator. */
  author?: string | undefined;
  /** True where the field that stays empty was filled in, and nothing else can be done about it. */
  isTrapped?: boolean;
  strings: Strings;
}

/** The form of a comment: plain HTML, sent by POST. */
export function CommentForm(props: CommentFormProps) {
  const { action, values, stamp, challenge, answered, edited, author, isTrapped = false, strings } = props;
  const title = answered ? formatMessage(strings, 'answerTo', { name: answered }) : undefined;
  return (
    <form className="comment-form" method="post" action={action} acceptCharset="utf-8">
      <h2>{edited ? formatMessage(strings, 'edit') : (title ?? formatMessage(strings, 'writeComment'))}</h2>
      <input type="hidden" name="stamp" value={stamp} />
      <input type="hidden" name="parent" value={values.parent} />
      {edited && <input type="hidden" name="edited" value={edited} />}
      {!edited && (
        <label>
          <span>{formatMessage(strings, 'commentName')}</span>
          <input
            name="name"
            required
            maxLength={80}
            autoComplete="name"
            defaultValue={author ?? values.name}
            readOnly={author !== undefined}
          />
        </label>
      )}
      {!edited && author === undefined && (
        <label>
          <span>{formatMessage(strings, 'commentMail')}</span>
          <input
            type="email"
            name="mail"
            maxLength={254}
            autoComplete="email"
            defaultValue={values.mail}
            aria-describedby="mail-help"
          />
          <span id="mail-help" className="meta">
            {formatMessage(strings, 'answersHelp')}
          </span>
        </label>
      )}
      <label>
        <span>{formatMessage(strings, 'commentText')}</span>
        <textarea name="body" required rows={8} maxLength={10_000} dir="auto" defaultValue={values.body} />
      </label>
      <p className="meta">{formatMessage(strings, 'commentHelp')}</p>
      <TrapField isShown={isTrapped} strings={strings} />
      {challenge && <ChallengeFields {...challenge} strings={strings} />}
      <p className="comment-buttons">
        <button type="submit" name="action" value={edited ? 'save' : 'send'}>
          {formatMessage(strings, edited ? 'save' : 'send')}
        </button>{' '}
        {edited ? (
          <button type="submit" name="action" value="delete">
            {formatMessage(strings, 'remove')}
          </button>
        ) : (
          <button type="submit" name="action" value="preview">
            {formatMessage(strings, 'preview')}
          </button>
        )}
      </p>
    </form>
  );
}
