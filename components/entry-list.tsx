import type { Post } from '@/lib/content/types';
import { dayOf, formatShortDay, yearOf } from '@/lib/dates';
import { postPath } from '@/lib/urls';
import { StateMark } from './state-mark';

interface EntryListProps {
  posts: readonly Post[];
  language: string;
  /** What stands at the end of a row: the day, or the year where the list spans years. Absent: the day. */
  dates?: 'day' | 'year';
}

/** Posts as a table of contents sets them: title, leader dots, date. Each row is one link. */
export function EntryList({ posts, language, dates = 'day' }: EntryListProps) {
  return (
    <ul className="entry-list">
      {posts.map((post) => (
        <li key={post.slug}>
          <a className="entry" href={postPath(post.slug)}>
            <span>
              <span className="entry-words">
                <span className="entry-title" lang={post.lang}>
                  {post.title}
                </span>{' '}
                <StateMark post={post} language={language} />
              </span>
            </span>{' '}
            {post.date && (
              <time dateTime={dayOf(post.date)}>
                {dates === 'year' ? yearOf(post.date) : formatShortDay(post.date, language)}
              </time>
            )}
          </a>
        </li>
      ))}
    </ul>
  );
}
