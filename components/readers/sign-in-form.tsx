import { decidePath } from '@/lib/urls';

/** Mails a moderator a link. Whether an address is that of one nobody learns. */
export function SignInForm({ isSent }: { isSent: boolean }) {
  return (
    <form className="comment-form" method="post" action={decidePath}>
      {isSent && <p role="status">If this address may moderate, a link is on its way to it.</p>}
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
