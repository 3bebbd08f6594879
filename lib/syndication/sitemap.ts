import type { ContentIndex } from '../content/content-index';
import { listSpecimenPages } from '../content/specimen-page';
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
  seriesPath,
  sitemapPartPath,
  tagPath,
  tagsPath,
} from '../urls';
import { element, joinLines } from './xml';

/** One page for search engines: paths percent-encoded. */
export interface SitemapEntry {
  readonly path: string;
  /** Day of the last change; unknown for pages that say none. */
  readonly changed?: string | undefined;
  readonly images?: readonly string[];
}

/** What one file may hold (sitemaps.org, and 50 MB, which these stay far below). */
export const MAX_ENTRIES = 50_000;
/** Images that search engines read of one page. */
const MAX_IMAGES = 1000;

/** Every page of the site that search engines should know. `images` gives the paths of a post's images. */
export function listSitemapEntries(
  index: ContentIndex,
  images: (post: Post) => readonly string[] = () => [],
): SitemapEntry[] {
  const { site } = index;
  const posts = index.posts.filter(({ state }) => state === 'published');
  const entry = (path: string, listed: readonly Post[]) => ({ path, changed: lastChanged(listed) });
  const further = (length: number) => listFurtherPages(length, site.postsPerPage);
  return [
    entry(homePath, posts),
    entry(archivePath(), posts),
    ...further(posts.length).map((page) => entry(archivePath(page), posts)),
    ...posts
      .filter(({ canonical }) => canonical === undefined)
      .map((post) => ({ ...entry(postPath(post.slug), [post]), images: images(post) })),
    entry(tagsPath(), posts),
    ...[...index.tags].flatMap(([slug, tag]) => [
      entry(tagPath(slug), tag.posts),
      ...further(tag.posts.length).map((page) => entry(tagPath(slug, page), tag.posts)),
    ]),
    ...[...index.authors].map(([id, author]) => entry(authorPath(id), author.posts)),
    ...[...index.series].map(([slug, part]) => entry(seriesPath(slug), part.posts)),
    ...[...index.pages.keys(), ...listSpecimenPages(index)].map((slug) => entry(pagePath(slug), [])),
  ];
}

/** `sitemap.xml`: all pages, or the list of its parts where there are too many for one file. */
export function buildSitemap(url: string, entries: readonly SitemapEntry[], most = MAX_ENTRIES): string {
  const parts = countSitemapParts(entries.length, most);
  if (parts === 0) return buildUrls(url, entries);
  return joinLines([
    XML,
    '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...Array.from({ length: parts }, (_, index) => {
      const location = element('loc', absoluteUrl(url, sitemapPartPath(index + 1)));
      const changed = newest(slicePart(entries, index + 1, most).flatMap((entry) => entry.changed ?? []));
      return `<sitemap>${location}${element('lastmod', changed)}</sitemap>`;
    }),
    '</sitemapindex>',
  ]);
}

/** One part of a sitemap, counted from 1; undefined where there is none. */
export function buildSitemapPart(
  url: string,
  entries: readonly SitemapEntry[],
  part: number,
  most = MAX_ENTRIES,
): string | undefined {
  const slice = slicePart(entries, part, most);
  return slice.length === 0 ? undefined : buildUrls(url, slice);
}

/** How many parts there are; none where one file holds all. */
export function countSitemapParts(entries: number, most = MAX_ENTRIES): number {
  return entries > most ? Math.ceil(entries / most) : 0;
}

const XML = '<?xml version="1.0" encoding="utf-8"?>';

function slicePart(entries: readonly SitemapEntry[], part: number, most: number): readonly SitemapEntry[] {
  return entries.slice((part - 1) * most, part * most);
}

function buildUrls(url: string, entries: readonly SitemapEntry[]): string {
  return joinLines([
    XML,
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">',
    ...entries.map(({ path, changed, images = [] }) => {
      const shown = images
        .slice(0, MAX_IMAGES)
        .map((image) => `<image:image>${element('image:loc', absoluteUrl(url, image))}</image:image>`);
      const location = element('loc', absoluteUrl(url, path));
      return `<url>${location}${element('lastmod', changed)}${shown.join('')}</url>`;
    }),
    '</urlset>',
  ]);
}

function lastChanged(posts: readonly Post[]): string | undefined {
  return newest(posts.flatMap(({ date, updated }) => updated ?? date ?? []).map(dayOf));
}

function newest(days: readonly string[]): string | undefined {
  return [...days].sort().at(-1);
}
