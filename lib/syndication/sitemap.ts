import type { ContentIndex } from '../content/content-index';
import { listSections } from '../content/sections';
import { listSpecimenPages } from '../content/specimen-page';
import type { Post } from '../content/types';
import { dayOf } from '../dates';
import { listFurtherPages } from '../pagination';
import {
  absoluteUrl,
  archivePath,
  authorPath,
  homePath,
  inSection,
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
  const [main = index, ...others] = listSections(index);
  const posts = (index.whole ?? index).posts.filter(({ state }) => state === 'published');
  const further = (length: number) => listFurtherPages(length, site.postsPerPage);
  return [
    ...listPostLists(main, further),
    ...posts
      .filter(({ canonical }) => canonical === undefined)
      .map((post) => ({ ...toEntry(postPath(post.slug), [post]), images: images(post) })),
    ...listSubjects(main, further),
    ...[...index.authors].map(([id, author]) => toEntry(authorPath(id), author.posts)),
    ...listSeries(main),
    ...[...index.pages.keys(), ...listSpecimenPages(index)].map((slug) => toEntry(pagePath(slug), [])),
    ...others.flatMap((section) =>
      [...listPostLists(section, further), ...listSubjects(section, further), ...listSeries(section)].map(
        (entry) => ({ ...entry, path: inSection(section.strings, entry.path) }),
      ),
    ),
  ];
}

type Further = (length: number) => number[];

function listPostLists(section: ContentIndex, further: Further): SitemapEntry[] {
  const posts = section.posts.filter(({ state }) => state === 'published');
  return [
    toEntry(homePath, posts),
    toEntry(archivePath(), posts),
    ...further(posts.length).map((page) => toEntry(archivePath(page), posts)),
  ];
}

function listSubjects({ posts, tags }: ContentIndex, further: Further): SitemapEntry[] {
  return [
    toEntry(
      tagsPath(),
      posts.filter(({ state }) => state === 'published'),
    ),
    ...[...tags].flatMap(([slug, tag]) => [
      toEntry(tagPath(slug), tag.posts),
      ...further(tag.posts.length).map((page) => toEntry(tagPath(slug, page), tag.posts)),
    ]),
  ];
}

function listSeries({ series }: ContentIndex): SitemapEntry[] {
  return [...series].map(([slug, part]) => toEntry(seriesPath(slug), part.posts));
}

function toEntry(path: string, listed: readonly Post[]): SitemapEntry {
  return { path, changed: lastChanged(listed) };
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
