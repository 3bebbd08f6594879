import type { Metadata } from 'next';
import { groupByYear } from '../content/arrange';
import type { ContentIndex } from '../content/content-index';
import { getListPage } from '../pagination';
import { formatMessage } from '../site/strings/messages';
import { buildTagGraph, formatGraph } from '../syndication/structured-data';
import { inSection, tagPath } from '../urls';
import { listAlternates } from './alternates';
import { toEntryView, type YearView } from './entry-view';
import { toMetadata } from './metadata';

export interface TagView {
  readonly metadata: Metadata;
  readonly slug: string;
  readonly label: string;
  readonly description?: string;
  /** Of all its posts. */
  readonly count: number;
  /** Related tags that have a page. */
  readonly see: readonly { readonly slug: string; readonly label: string }[];
  readonly years: readonly YearView[];
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  /** JSON-LD. */
  readonly graph: string;
}

/** The view of one page of a tag, counted from 1; undefined where there is none. */
export function viewTag(index: ContentIndex, slug: string, page: number): TagView | undefined {
  const { tags, site } = index;
  const entry = tags.get(slug);
  const list = entry && getListPage(entry.posts, page, site.postsPerPage);
  if (!list) return undefined;
  const { tag, posts } = entry;
  return {
    metadata: toTagMetadata(index, slug, page),
    slug,
    label: tag.label,
    ...(tag.description && { description: tag.description }),
    count: posts.length,
    see: (tag.see ?? []).flatMap((other) => {
      const related = tags.get(other)?.tag;
      return related ? [{ slug: related.slug, label: related.label }] : [];
    }),
    years: groupByYear(list.items.map(toEntryView)),
    page,
    pages: list.pages,
    graph: formatGraph(buildTagGraph(tag, index)),
  };
}

function toTagMetadata(index: ContentIndex, slug: string, page: number): Metadata {
  const { label = '', description } = index.tags.get(slug)?.tag ?? {};
  const { site, strings } = index;
  const list = { path: inSection(strings, tagPath(slug)), title: label };
  const notes = formatMessage(strings, 'notesOn', { subject: label, site: site.title });
  if (page === 1)
    return toMetadata(index, {
      title: label,
      description: description ?? notes,
      canonical: list.path,
      list,
      sections: listAlternates(index, tagPath(slug), ({ tags }) => tags.has(slug)),
    });
  return toMetadata(index, {
    title: formatMessage(strings, 'titleOfPage', { title: label, page }),
    description: `${notes} ${formatMessage(strings, 'page', { page })}.`,
    canonical: inSection(strings, tagPath(slug, page)),
    list,
  });
}
