import type { Strings } from '@/lib/site/strings/messages';
import type { EntryView } from '@/lib/views/entry-view';
import { Entry, type EntryDate } from './entry';

interface EntryListProps {
  posts: readonly EntryView[];
  strings: Strings;
  /** What stands at the end of a row. Absent: the day. */
  dates?: EntryDate;
}

/** Posts as a table of contents sets them: title, leader dots, date. Each row is one link. */
export function EntryList({ posts, strings, dates = 'day' }: EntryListProps) {
  return (
    <ul className="entry-list">
      {posts.map((post) => (
        <li key={post.slug}>
          <Entry post={post} strings={strings} date={dates} />
          {post.description && (
            <p className="entry-line" lang={post.lang}>
              {post.description}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
