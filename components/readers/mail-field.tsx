import { formatMessage, type Strings } from '@/lib/site/strings/messages';

/** Where a mail is to be sent. */
export function MailField({ strings }: { strings: Strings }) {
  return (
    <label>
      <span>{formatMessage(strings, 'mailAddress')}</span>
      <input type="email" name="mail" required autoComplete="email" maxLength={254} />
    </label>
  );
}
