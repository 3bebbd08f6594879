import { PageHead } from '@/components/page-head';
import { Pagination } from '@/components/pagination';
import { StructuredData } from '@/components/structured-data';
import { SeeAlso } from '@/components/tag-index';
import { YearList } from '@/components/year-list';
import { feedPathOf, tagPath } from '@/lib/urls';
import type { TagView } from '@/lib/views/tag';

/** One page of a tag: its posts by year, newest first. */
export function TagList({ view }: { view: TagView }) {
  const { slug, label, description, count, see, years, language, page, pages, graph } = view;
  return (
    <>
      <PageHead title={label} italic>
        {description && <p>{description}</p>}
        <p>
          {count} {count === 1 ? 'note' : 'notes'} · <a href={feedPathOf('rss', tagPath(slug))}>feed</a>
          <SeeAlso tags={see} before=" · " />
        </p>
      </PageHead>
      <StructuredData json={graph} />
      <YearList years={years} language={language} />
      <Pagination page={page} pages={pages} path={(number) => tagPath(slug, number)} />
    </>
  );
}
