import { PageHead } from '@/components/page-head';
import { Pagination } from '@/components/pagination';
import { YearList } from '@/components/year-list';
import { formatYear } from '@/lib/dates';
import { formatMessage } from '@/lib/messages';
import { archivePath, tagsPath } from '@/lib/urls';
import type { ArchiveView } from '@/lib/views/archive';
import { getStrings } from '@/lib/views/current-index';

/** One page of the archive: posts by year, newest first. */
export function Archive({ view: { count, since, years, page, pages } }: { view: ArchiveView }) {
  const strings = getStrings();
  const notes = formatMessage(strings, 'notes', { count });
  const year = since && formatYear(since, strings.language);
  return (
    <>
      <PageHead title={formatMessage(strings, 'archive')}>
        <p>
          {year ? formatMessage(strings, 'notesSince', { notes, year }) : notes} ·{' '}
          <a href={tagsPath()}>{formatMessage(strings, 'browseBySubject')}</a>
        </p>
      </PageHead>
      <YearList years={years} strings={strings} />
      <Pagination page={page} pages={pages} path={archivePath} strings={strings} />
    </>
  );
}
