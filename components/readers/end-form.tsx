import { formatMessage, type Strings } from '@/lib/site/strings/messages';

interface EndFormProps {
  action: string;
  label: 'unsubscribe' | 'stopThread' | 'stopAnswers';
  lead?: 'unsubscribeLead';
  strings: Strings;
}

/**
 * A button that ends mails, sent as mail programs send it (RFC 8058). It says nothing of whether there is somebody who gets them.
 */
export function EndForm({ action, label, lead, strings }: EndFormProps) {
  return (
    <form className="comment-form" method="post" action={action}>
      {lead && <p>{formatMessage(strings, lead)}</p>}
      <input type="hidden" name="List-Unsubscribe" value="One-Click" />
      <p>
        <button type="submit" name="from" value="page">
          {formatMessage(strings, label)}
        </button>
      </p>
    </form>
  );
}
