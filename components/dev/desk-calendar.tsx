import type { Post } from '@/lib/content/types';
import { formatDay } from '@/lib/dates';
import { postPath } from '@/lib/urls';

interface DeskCalendarProps {
  months: readonly { month: string; posts: readonly Post[] }[];
}

/** What will appear when; nothing where no post waits. */
export function DeskCalendar({ months }: DeskCalendarProps) {
  if (months.length === 0) return null;
  return (
    <section className="desk-calendar" aria-labelledby="calendar">
      <h2 id="calendar">Waiting for their day</h2>
      <ul>
        {months.flatMap(({ posts }) =>
          posts.map((post) => (
            <li key={post.slug}>
              <time dateTime={post.date}>{formatDay(post.date ?? '', 'en')}</time>
              <a href={postPath(post.slug)}>{post.title}</a>
            </li>
          )),
        )}
      </ul>
    </section>
  );
}
