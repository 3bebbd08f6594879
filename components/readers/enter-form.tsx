import { decidePath } from '@/lib/urls';

/** What the link of a mail opens. It is opened by programs too: only the press signs in. */
export function EnterForm({ token }: { token: string }) {
  return (
    <form className="comment-form" method="post" action={decidePath}>
      <input type="hidden" name="token" value={token} />
      <p>
        <button type="submit" name="action" value="enter">
          Sign in
        </button>
      </p>
    </form>
  );
}
