import type { Metadata } from 'next';
import { groupByYear } from '../content/arrange';
import type { ContentIndex } from '../content/content-index';
import { buildHomeGraph, formatGraph } from '../syndication/structured-data';
import { homePath } from '../urls';
import { type EntryView, type LeadView, toEntryView, toLeadView, type YearView } from './entry-view';
import { toMetadata } from './metadata';

export interface HomeView {
  readonly metadata: Metadata;
  readonly title: string;
  readonly description: string;
  readonly author?: { readonly id: string; readonly name: string };
  /** Of all listed posts. */
  readonly count: number;
  readonly lead?: LeadView;
  readonly featured: readonly EntryView[];
  readonly latest: readonly YearView[];
  /** JSON-LD. */
  readonly graph: string;
}

/** The view of the home page. */
export function viewHome(index: ContentIndex): HomeView {
  const { site, posts, authors } = index;
  const { title, description } = site;
  const author = site.author === undefined ? undefined : authors.get(site.author)?.author;
  const [lead, ...rest] = posts;
  const latest = rest.filter(({ featured }) => !featured).slice(0, site.postsOnHome);
  return {
    metadata: toMetadata(index, { description, canonical: homePath }),
    ...{ title, description },
    ...(author && { author: { id: author.id, name: author.name } }),
    count: posts.length,
    ...(lead && { lead: toLeadView(lead) }),
    featured: rest.filter(({ featured }) => featured).map(toEntryView),
    latest: groupByYear(latest.map(toEntryView)),
    graph: formatGraph(buildHomeGraph(index)),
  };
}
