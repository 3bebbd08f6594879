import type { Metadata } from 'next';
import type { ContentIndex } from '../content/content-index';
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
  index: ContentIndex,
  slug: string,
): Promise<ContentPageView | undefined> {
  const page = index.pages.get(slug);
  if (!page) return undefined;
  const { title, lang } = page;
  return {
    metadata: toMetadata(index, {
      title,
      description: page.description || `${title}: ${index.site.description}`,
      canonical: pagePath(slug),
      language: lang,
    }),
    ...{ slug, title },
    ...(lang !== undefined && { lang }),
    graph: formatGraph(buildPageGraph(page, index.site)),
    body: await getBodyKey(page, index),
  };
}
