import type { YearView } from '@/lib/views/entry-view';
import { EntryList } from './entry-list';
import { PostIndex } from './post-index';

interface YearListProps {
  years: readonly YearView[];
  language: string;
}

/** Posts by year: the year in the margin, its entries beside it. */
export function YearList({ years, language }: YearListProps) {
  return (
    <PostIndex>
      {years.map(({ year, posts }) => (
        <section className="post-index-part" key={year} aria-labelledby={`year-${year}`}>
          <h2 id={`year-${year}`}>{year}</h2>
          <EntryList posts={posts} language={language} />
        </section>
      ))}
    </PostIndex>
  );
}
