import type { Metadata } from 'next';
import type { ContentIndex } from '../content/content-index';
import { getSectionOf } from '../content/sections';
import { getBodyKey } from '../markdown/render/body-key';
import { buildPageGraph, formatGraph } from '../syndication/structured-data';
import { pagePath } from '../urls';
import { toMetadata } from './metadata';

export interface ContentPageView {
  readonly metadata: Metadata;
  readonly slug: string;
  readonly title: string;
  /** BCP 47, where it is not the site's. */
  readonly lang?: string;
  /** JSON-LD. */
  readonly graph: string;
  /** Key of the rendered text. */
  readonly body: string;
}

/** The view of a page that is not a post; undefined where there is none. */
export async function viewContentPage(
  whole: ContentIndex,
  slug: string,
): Promise<ContentPageView | undefined> {
  const page = whole.pages.get(slug);
  if (!page) return undefined;
  const index = getSectionOf(whole, page);
  const { title, lang } = page;
  return {
    metadata: toMetadata(index, {
      title,
      description: page.description || `${title}: ${index.site.description}`,
      canonical: pagePath(slug),
      language: lang,
    }),
    ...{ slug, title },
    ...(lang !== undefined && lang !== index.site.language && { lang }),
    graph: formatGraph(buildPageGraph(page, index)),
    body: await getBodyKey(page, index),
  };
}
