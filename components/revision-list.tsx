import { dayOf, formatDay } from '@/lib/dates';
import { formatMessage, type Strings } from '@/lib/site/strings/messages';
import type { PostView } from '@/lib/views/post';
import { languageAmong } from './direction';

interface RevisionListProps {
  revisions: PostView['revisions'];
  /** BCP 47 language of the post, where it is not the site's. */
  lang: string | undefined;
  strings: Strings;
}

/** What was changed in a post after publication; nothing where nothing was. */
export function RevisionList({ revisions, lang, strings }: RevisionListProps) {
  if (!revisions) return null;
  const among = languageAmong(strings.language, lang);
  return (
    <section className="aside-list">
      <h2 {...among}>{formatMessage(strings, 'revisions')}</h2>
      <ul>
        {revisions.map(({ date, change }) => (
          <li key={`${date} ${change}`}>
            <time className="meta" dateTime={dayOf(date)} {...among}>
              {formatDay(date, strings.language)}
            </time>{' '}
            {change}
          </li>
        ))}
      </ul>
    </section>
  );
}
