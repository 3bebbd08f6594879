import { decidePath } from '@/lib/urls';

interface SignInFormProps {
  /** A mail address was sent. */
  isSent: boolean;
  /** A link was opened that is used up, too old, or none of this site. */
  isInvalid: boolean;
}

/** Mails a moderator a link. Whether an address is that of one nobody learns. */
export function SignInForm({ isSent, isInvalid }: SignInFormProps) {
  return (
    <form className="comment-form" method="post" action={decidePath}>
      {isSent && (
        <p role="status" className="comment-notice">
          If this address may moderate, a link is on its way to it.
        </p>
      )}
      {isInvalid && (
        <p role="alert" className="comment-notice">
          This link is not valid any more. Ask for a new one.
        </p>
      )}
      <label>
        <span>Your mail address</span>
        <input type="email" name="mail" required autoComplete="email" />
      </label>
      <p>
        <button type="submit" name="action" value="mail-link">
          Send me a link
        </button>
      </p>
    </form>
  );
}
