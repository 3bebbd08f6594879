import { formatYear } from '@/lib/dates';
import type { Strings } from '@/lib/site/strings/messages';
import type { YearView } from '@/lib/views/entry-view';
import { EntryList } from './entry-list';
import { PostIndex } from './post-index';

interface YearListProps {
  years: readonly YearView[];
  strings: Strings;
}

/** Posts by year: the year in the margin, its entries beside it. */
export function YearList({ years, strings }: YearListProps) {
  return (
    <PostIndex>
      {years.map(({ year, posts }) => (
        <section className="post-index-part" key={year} aria-labelledby={`year-${year}`}>
          <h2 id={`year-${year}`}>{year === '' ? '' : formatYear(year, strings.language)}</h2>
          <EntryList posts={posts} strings={strings} />
        </section>
      ))}
    </PostIndex>
  );
}
