import type { Page } from 'playwright/test';
import type { ContentIndex } from '@/lib/content/content-index';
import { SPECIMEN_SLUG } from '@/lib/urls';
import {
  archivePath,
  authorPath,
  homePath,
  pagePath,
  postPath,
  searchPath,
  seriesPath,
  tagPath,
  tagsPath,
} from './addresses';

/** The post of the demo that any blog is measured with. */
export const SEED = postPath('building-scalable-microservices-with-python-and-fastapi');

export const MISSING = postPath('there-is-no-such-post');

/** Posts worth a visit of their own, of both sites: with every element, in another language or direction, very long. */
const POSTS = [
  'everything-a-post-can-contain',
  'code-blocks',
  'building-scalable-microservices-with-python-and-fastapi',
  'code-with-controls',
  'from-right-to-left',
  '日本語で書く',
  'a-very-long-word',
  'three-parts-2',
];

/** An address of every type of page, and of posts unlike each other. */
export function listPageTypes(index: ContentIndex): string[] {
  const [tag] = [...index.tags.values()].sort((a, b) => b.posts.length - a.posts.length);
  const [author] = index.authors.keys();
  const [series] = index.series.keys();
  const [page] = index.pages.keys();
  return [
    homePath,
    archivePath(),
    tagsPath(),
    ...(tag ? [tagPath(tag.tag.slug)] : []),
    ...(author ? [authorPath(author)] : []),
    ...(series ? [seriesPath(series)] : []),
    ...(page ? [pagePath(page)] : []),
    pagePath(SPECIMEN_SLUG),
    searchPath,
    MISSING,
    ...POSTS.filter((slug) => index.postsBySlug.has(slug)).map(postPath),
  ];
}

/** Once the page, its fonts and its scripts have arrived and what they change has been drawn. */
export async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('load');
  // On its own page the search takes the place of what stands there for readers without a script.
  if (new URL(page.url()).pathname === searchPath) await page.getByRole('searchbox').waitFor();
  await page.evaluate(async () => {
    await document.fonts.ready;
    await customElements.whenDefined('colophon-theme');
    // The script of the page starts after a frame, in a task of its own.
    for (let frame = 0; frame < 3; frame += 1) {
      await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
    }
  });
}
