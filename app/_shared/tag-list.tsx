import { PageHead } from '@/components/page-head';
import { Pagination } from '@/components/pagination';
import { StructuredData } from '@/components/structured-data';
import { SeeAlso } from '@/components/tag-index';
import { YearList } from '@/components/year-list';
import { formatMessage } from '@/lib/messages';
import { feedPathOf, tagPath } from '@/lib/urls';
import { getStrings } from '@/lib/views/current-index';
import type { TagView } from '@/lib/views/tag';

/** One page of a tag: its posts by year, newest first. */
export function TagList({ view }: { view: TagView }) {
  const { slug, label, description, count, see, years, page, pages, graph } = view;
  const strings = getStrings();
  return (
    <>
      <PageHead title={label} italic>
        {description && <p>{description}</p>}
        <p>
          {formatMessage(strings, 'notes', { count })} ·{' '}
          <a href={feedPathOf('rss', tagPath(slug))}>{formatMessage(strings, 'feed')}</a>
          <SeeAlso tags={see} before=" · " strings={strings} />
        </p>
      </PageHead>
      <StructuredData json={graph} />
      <YearList years={years} strings={strings} />
      <Pagination page={page} pages={pages} path={(number) => tagPath(slug, number)} strings={strings} />
    </>
  );
}
