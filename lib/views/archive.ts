import type { Metadata } from 'next';
import { groupByYear } from '../content/arrange';
import type { ContentIndex } from '../content/content-index';
import { yearOf } from '../dates';
import { getListPage } from '../pagination';
import { formatMessage } from '../site/strings/messages';
import { archivePath, inSection } from '../urls';
import { listAlternates } from './alternates';
import { toEntryView, type YearView } from './entry-view';
import { toMetadata } from './metadata';

export interface ArchiveView {
  readonly metadata: Metadata;
  /** Of all listed posts. */
  readonly count: number;
  /** Year of the oldest post. */
  readonly since?: string;
  readonly years: readonly YearView[];
  /** From 1. */
  readonly page: number;
  readonly pages: number;
}

/** The view of one page of the archive, counted from 1; undefined where there is none. */
export function viewArchive(index: ContentIndex, page: number): ArchiveView | undefined {
  const { posts, site } = index;
  const list = getListPage(posts, page, site.postsPerPage);
  if (!list) return undefined;
  const oldest = posts.findLast(({ date }) => date !== undefined)?.date;
  const { strings } = index;
  const archive = formatMessage(strings, 'archive');
  const description = formatMessage(strings, 'archiveDescription', { site: site.title });
  const isFirst = page === 1;
  return {
    metadata: toMetadata(index, {
      title: isFirst ? archive : formatMessage(strings, 'titleOfPage', { title: archive, page }),
      description: isFirst ? description : `${description} ${formatMessage(strings, 'page', { page })}.`,
      canonical: inSection(strings, archivePath(page)),
      ...(isFirst && { sections: listAlternates(index, archivePath()) }),
    }),
    count: posts.length,
    ...(oldest !== undefined && { since: yearOf(oldest) }),
    years: groupByYear(list.items.map(toEntryView)),
    page,
    pages: list.pages,
  };
}
