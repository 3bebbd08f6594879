import { PageHead } from '@/components/page-head';
import { Pagination } from '@/components/pagination';
import { YearList } from '@/components/year-list';
import { archivePath, tagsPath } from '@/lib/urls';
import type { ArchiveView } from '@/lib/views/archive';

/** One page of the archive: posts by year, newest first. */
export function Archive({ view: { count, since, years, language, page, pages } }: { view: ArchiveView }) {
  return (
    <>
      <PageHead title="Archive">
        <p>
          {count} {count === 1 ? 'note' : 'notes'}
          {since && ` since ${since}`} · by subject in the <a href={tagsPath()}>Index</a>
        </p>
      </PageHead>
      <YearList years={years} language={language} />
      <Pagination page={page} pages={pages} path={archivePath} />
    </>
  );
}
