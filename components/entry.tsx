import { dayOf, formatDay, formatShortDay, formatYear } from '@/lib/dates';
import type { Strings } from '@/lib/site/strings/messages';
import { postPath } from '@/lib/urls';
import type { EntryView } from '@/lib/views/entry-view';
import { StateMark } from './state-mark';

/** How much of its day an entry shows: day and month below a year, the year where a list spans years, or all. */
export type EntryDate = 'day' | 'year' | 'long';

interface EntryProps {
  post: EntryView;
  strings: Strings;
  date: EntryDate;
}

/** A post as a table of contents sets it: title, leader dots, date. The whole row is one link. */
export function Entry({ post, strings, date }: EntryProps) {
  return (
    <a className="entry" href={postPath(post.slug)}>
      <span>
        <span className="entry-words">
          <span className="entry-title" lang={post.lang}>
            {post.title}
          </span>{' '}
          <StateMark post={post} strings={strings} />
        </span>
      </span>{' '}
      {post.date && <time dateTime={dayOf(post.date)}>{format(post.date, date, strings.language)}</time>}
    </a>
  );
}

function format(day: string, date: EntryDate, language: string): string {
  if (date === 'year') return formatYear(day, language);
  return date === 'day' ? formatShortDay(day, language) : formatDay(day, language);
}
