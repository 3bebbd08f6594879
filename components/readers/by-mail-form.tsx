import { formatMessage, type Strings } from '@/lib/site/strings/messages';
import { sendByMailPath } from '@/lib/urls';
import type { ByMailView } from '@/lib/views/by-mail';
import { MailField } from './mail-field';
import { TrapField } from './trap-field';

interface ByMailFormProps {
  section: string;
  /** What can be chosen among; absent where all is meant. */
  subjects?: ByMailView['subjects'];
  /** Slug of the one that is chosen. */
  subject?: string | undefined;
  /** The mail address that was typed before. */
  mail?: string | undefined;
  /** True where the field that stays empty was filled in. */
  isTrapped?: boolean;
  strings: Strings;
}

/** The form with which new posts are subscribed to: plain HTML, sent by POST. */
export function ByMailForm(props: ByMailFormProps) {
  const { section, subjects = [], subject, mail, isTrapped = false, strings } = props;
  return (
    <form className="comment-form" method="post" action={sendByMailPath} acceptCharset="utf-8">
      <input type="hidden" name="section" value={section} />
      <MailField value={mail} strings={strings} />
      {subjects.length > 0 && (
        <label>
          <span>{formatMessage(strings, 'subject')}</span>
          <select name="tag" defaultValue={subject}>
            <option value="">{formatMessage(strings, 'anySubject')}</option>
            {subjects.map(({ slug, label }) => (
              <option key={slug} value={slug}>
                {label}
              </option>
            ))}
          </select>
        </label>
      )}
      <TrapField isShown={isTrapped} strings={strings} />
      <p>
        <button type="submit" name="action" value="subscribe">
          {formatMessage(strings, 'subscribe')}
        </button>
      </p>
    </form>
  );
}
