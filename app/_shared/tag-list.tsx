import { PageHead } from '@/components/page-head';
import { Pagination } from '@/components/pagination';
import { StructuredData } from '@/components/structured-data';
import { SeeAlso } from '@/components/tag-index';
import { YearList } from '@/components/year-list';
import type { ContentIndex } from '@/lib/content/content-index';
import { formatMessage } from '@/lib/site/strings/messages';
import { feedPathOf, inSection, tagPath } from '@/lib/urls';
import type { TagView } from '@/lib/views/tag';
import { SectionFrame } from './section-frame';

/** One page of a tag: its posts by year, newest first. */
export function TagList({ view, section }: { view: TagView; section: ContentIndex }) {
  const { slug, label, description, count, see, years, page, pages, graph } = view;
  const { strings } = section;
  return (
    <SectionFrame section={section}>
      <PageHead title={label} italic>
        {description && <p>{description}</p>}
        <p>
          {formatMessage(strings, 'notes', { count })} ·{' '}
          <a href={feedPathOf('rss', inSection(strings, tagPath(slug)))}>{formatMessage(strings, 'feed')}</a>
          <SeeAlso tags={see} before=" · " strings={strings} />
        </p>
      </PageHead>
      <StructuredData json={graph} />
      <YearList years={years} strings={strings} />
      <Pagination
        page={page}
        pages={pages}
        path={(number) => inSection(strings, tagPath(slug, number))}
        strings={strings}
      />
    </SectionFrame>
  );
}
