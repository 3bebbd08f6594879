import type { Ban } from '@/lib/readers/store-bans';
import { decidePath } from '@/lib/urls';

/** Who is banned, each with a button that lifts it. */
export function BanList({ bans }: { bans: readonly Ban[] }) {
  if (bans.length === 0) return <p>Nobody is banned.</p>;
  return (
    <ul className="ban-list">
      {bans.map(({ comment, name, at }) => (
        <li key={comment}>
          <form className="comment-decisions" method="post" action={decidePath}>
            <b dir="auto">{name || 'Somebody who erased what they wrote'}</b>
            <time dateTime={new Date(at).toISOString()}>{new Date(at).toISOString().slice(0, 10)}</time>
            <input type="hidden" name="comment" value={comment} />
            <input type="hidden" name="state" value="banned" />
            <button type="submit" name="action" value="lift">
              Lift the ban
            </button>
          </form>
        </li>
      ))}
    </ul>
  );
}
