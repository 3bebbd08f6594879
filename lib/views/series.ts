import type { Metadata } from 'next';
import type { ContentIndex } from '../content/content-index';
import { formatMessage } from '../site/strings/messages';
import { buildSeriesGraph, formatGraph } from '../syndication/structured-data';
import { inSection, seriesPath } from '../urls';
import { type PartView, toPartView } from './entry-view';
import { toMetadata } from './metadata';

export interface SeriesView {
  readonly metadata: Metadata;
  readonly name: string;
  /** In the order to read them. */
  readonly parts: readonly PartView[];
  /** JSON-LD. */
  readonly graph: string;
}

/** The view of the page of a series; undefined where there is none. */
export function viewSeries(index: ContentIndex, slug: string): SeriesView | undefined {
  const { series, site, strings } = index;
  const entry = series.get(slug);
  if (!entry) return undefined;
  const { name, posts } = entry;
  const description = `${name} · ${site.title}: ${formatMessage(strings, 'seriesParts', { count: posts.length })}`;
  return {
    metadata: toMetadata(index, {
      title: name,
      description,
      canonical: inSection(strings, seriesPath(slug)),
    }),
    name,
    parts: posts.map(toPartView),
    graph: formatGraph(buildSeriesGraph(entry, index)),
  };
}
