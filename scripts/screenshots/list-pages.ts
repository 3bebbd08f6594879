import type { ContentIndex } from '../../lib/content/content-index';
import {
  archivePath,
  authorPath,
  homePath,
  pagePath,
  postPath,
  SPECIMEN_SLUG,
  searchPath,
  seriesPath,
  tagPath,
  tagsPath,
} from '../../lib/urls';

/** The addresses of a page of each type, of all posts, and of one that is not there. */
export function listPages(index: ContentIndex): string[] {
  const [tag] = [...index.tags.values()].sort((a, b) => b.posts.length - a.posts.length);
  return [
    homePath,
    archivePath(),
    tagsPath(),
    ...(tag ? [tagPath(tag.tag.slug)] : []),
    ...[...index.authors.keys()].map(authorPath),
    ...[...index.series.keys()].map(seriesPath),
    ...[...index.pages.keys()].map(pagePath),
    pagePath(SPECIMEN_SLUG),
    searchPath,
    postPath('there-is-no-such-post'),
    ...index.posts.map(({ slug }) => postPath(slug)),
  ];
}
