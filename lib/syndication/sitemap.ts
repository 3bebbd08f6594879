import type { MetadataRoute } from 'next';
import type { ContentIndex } from '../content/content-index';
import type { Post } from '../content/types';
import { dayOf } from '../dates';
import { listFurtherPages } from '../pagination';
import {
  absoluteUrl,
  archivePath,
  authorPath,
  homePath,
  pagePath,
  postPath,
  tagPath,
  tagsPath,
} from '../urls';

/** Every page of the site that search engines should know, each with the day it last changed where that is known. */
export function buildSitemap(index: ContentIndex): MetadataRoute.Sitemap {
  const { site } = index;
  const posts = index.posts.filter(({ state }) => state === 'published');
  const entry = (path: string, listed: readonly Post[]) => {
    const changed = lastChanged(listed);
    return { url: absoluteUrl(site.url, path), ...(changed && { lastModified: changed }) };
  };
  const further = (length: number) => listFurtherPages(length, site.postsPerPage);
  return [
    entry(homePath, posts),
    entry(archivePath(), posts),
    ...further(posts.length).map((page) => entry(archivePath(page), posts)),
    ...posts
      .filter(({ canonical }) => canonical === undefined)
      .map((post) => entry(postPath(post.slug), [post])),
    entry(tagsPath(), posts),
    ...[...index.tags].flatMap(([slug, tag]) => [
      entry(tagPath(slug), tag.posts),
      ...further(tag.posts.length).map((page) => entry(tagPath(slug, page), tag.posts)),
    ]),
    ...[...index.authors].map(([id, author]) => entry(authorPath(id), author.posts)),
    ...[...index.pages.keys()].map((slug) => entry(pagePath(slug), [])),
  ];
}

function lastChanged(posts: readonly Post[]): string | undefined {
  return posts
    .flatMap(({ date, updated }) => updated ?? date ?? [])
    .map(dayOf)
    .sort()
    .at(-1);
}
