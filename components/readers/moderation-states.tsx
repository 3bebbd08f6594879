import { moderateListPath } from '@/lib/urls';

interface ModerationStatesProps {
  /** How many each list has, by its name. */
  counts: ReadonlyMap<string, number>;
  current: string;
  /** What the lists of comments are narrowed to. */
  search: string;
}

/** The lists of moderators, with what each has. */
export function ModerationStates({ counts, current, search }: ModerationStatesProps) {
  return (
    <nav className="comment-lists" aria-label="States">
      <ul className="inline-list">
        {[...counts].map(([state, count]) => (
          <li key={state}>
            <a
              href={moderateListPath({ state, ...(search && state !== 'banned' && { q: search }) })}
              aria-current={state === current ? 'page' : undefined}
            >
              {state} ({count})
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
