import { formatMessage, type Strings } from '@/lib/site/strings/messages';

interface MailFieldProps {
  /** What was typed before. */
  value?: string | undefined;
  strings: Strings;
}

/** Where a mail is to be sent. */
export function MailField({ value, strings }: MailFieldProps) {
  return (
    <label>
      <span>{formatMessage(strings, 'mailAddress')}</span>
      <input type="email" name="mail" required autoComplete="email" maxLength={254} defaultValue={value} />
    </label>
  );
}
