import { PageHead } from '@/components/page-head';
import { Pagination } from '@/components/pagination';
import { YearList } from '@/components/year-list';
import type { ContentIndex } from '@/lib/content/content-index';
import { formatYear } from '@/lib/dates';
import { formatMessage } from '@/lib/site/strings/messages';
import { archivePath, inSection, tagsPath } from '@/lib/urls';
import type { ArchiveView } from '@/lib/views/archive';
import { SectionFrame } from './section-frame';

/** One page of the archive: posts by year, newest first. */
export function Archive({ view, section }: { view: ArchiveView; section: ContentIndex }) {
  const { count, since, years, page, pages } = view;
  const { strings } = section;
  const notes = formatMessage(strings, 'notes', { count });
  const year = since && formatYear(since, strings.language);
  return (
    <SectionFrame section={section}>
      <PageHead title={formatMessage(strings, 'archive')}>
        <p>
          {year ? formatMessage(strings, 'notesSince', { notes, year }) : notes} ·{' '}
          <a href={inSection(strings, tagsPath())}>{formatMessage(strings, 'browseBySubject')}</a>
        </p>
      </PageHead>
      <YearList years={years} strings={strings} />
      <Pagination
        page={page}
        pages={pages}
        path={(number) => inSection(strings, archivePath(number))}
        strings={strings}
      />
    </SectionFrame>
  );
}
