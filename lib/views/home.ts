import type { Metadata } from 'next';
import { groupByYear } from '../content/arrange';
import type { ContentIndex } from '../content/content-index';
import { getFirstSentence } from '../content/first-sentence';
import type { Post } from '../content/types';
import type { Site } from '../site/site';
import { buildHomeGraph, formatGraph } from '../syndication/structured-data';
import { homePath, inSection } from '../urls';
import { listAlternates } from './alternates';
import { type EntryView, type LeadView, toEntryView, type YearView } from './entry-view';
import { viewLead } from './lead';
import { toMetadata } from './metadata';
import { viewPart } from './part';

export interface HomeView {
  readonly metadata: Metadata;
  readonly title: string;
  readonly description: string;
  readonly author?: { readonly id: string; readonly name: string };
  /** Of all listed posts. */
  readonly count: number;
  /** Key of what the blog writes in the place of its description. */
  readonly intro?: string;
  readonly lead?: LeadView;
  readonly featured: readonly EntryView[];
  readonly latest: readonly YearView[];
  /** JSON-LD. */
  readonly graph: string;
}

/** The view of the home page. */
export async function viewHome(index: ContentIndex): Promise<HomeView> {
  const { site, strings, posts, authors } = index;
  const { title, description } = site;
  const author = site.author === undefined ? undefined : authors.get(site.author)?.author;
  const intro = await viewPart(index, 'home');
  const lead = posts.find(({ slug }) => slug === site.leadPost) ?? posts[0];
  const rest = posts.filter((post) => post !== lead);
  const latest = rest.filter(({ featured }) => !featured).slice(0, site.postsOnHome);
  return {
    metadata: toMetadata(index, {
      description,
      canonical: inSection(strings, homePath),
      sections: listAlternates(index, homePath),
    }),
    ...{ title, description },
    ...(author && { author: { id: author.id, name: author.name } }),
    count: posts.length,
    ...(intro !== undefined && { intro }),
    ...(lead && { lead: await viewLead(lead, site) }),
    featured: rest.filter(({ featured }) => featured).map(toEntryView),
    latest: groupByYear(
      latest.map((post, place) =>
        place < site.describedOnHome ? toLineView(post, site) : toEntryView(post),
      ),
    ),
    graph: formatGraph(buildHomeGraph(index)),
  };
}

/** A post with one line on what it is about. */
function toLineView(post: Post, site: Pick<Site, 'language'>): EntryView {
  const { lang = site.language, description } = post;
  return { ...toEntryView(post), description: getFirstSentence(description, lang) };
}
