import type { ContentIndex } from '../content/content-index';
import { listFurtherPages, parsePageNumber } from '../pagination';
import { viewArchive } from './archive';
import { viewNotFound } from './not-found';
import { viewSearchPage } from './search-page';
import { viewSeries } from './series';
import { viewTag } from './tag';
import { viewTagIndex } from './tag-index';

/** A page of a section, by the parts of its path below that of the section, decoded. */
export type SectionRoute =
  | { readonly kind: 'archive'; readonly page: number }
  | { readonly kind: 'tags' | 'search' | 'not-found' }
  | { readonly kind: 'tag'; readonly slug: string; readonly page: number }
  | { readonly kind: 'series'; readonly slug: string };

/** The name of the page for addresses of a section that do not exist. */
export const SECTION_NOT_FOUND = '404';

/** The page that a path below a section names; undefined where no section has such a page. */
export function parseSectionPath([first, second, ...rest]: readonly string[]): SectionRoute | undefined {
  if (first === 'posts' && rest.length < 2) {
    const page = second === undefined ? 1 : second === 'page' && parsePageNumber(rest[0] ?? '');
    return page ? { kind: 'archive', page } : undefined;
  }
  if (first === 'tags' && second !== undefined) {
    const [name, number] = rest;
    const page =
      name === undefined ? 1 : name === 'page' && rest.length === 2 && parsePageNumber(number ?? '');
    return page ? { kind: 'tag', slug: second, page } : undefined;
  }
  if (first === 'series' && second !== undefined && rest.length === 0)
    return { kind: 'series', slug: second };
  if (second !== undefined) return undefined;
  if (first === 'tags' || first === 'search') return { kind: first };
  return first === SECTION_NOT_FOUND ? { kind: 'not-found' } : undefined;
}

/** The view of a page of a section, by its path below that of the section; undefined where there is none. */
export function viewSectionPage(section: ContentIndex, path: string): unknown {
  const route = parseSectionPath(path.split('/'));
  switch (route?.kind) {
    case 'archive':
      return viewArchive(section, route.page);
    case 'tags':
      return viewTagIndex(section);
    case 'tag':
      return viewTag(section, route.slug, route.page);
    case 'series':
      return viewSeries(section, route.slug);
    case 'search':
      return viewSearchPage(section);
    case 'not-found':
      return viewNotFound(section);
    default:
      return undefined;
  }
}

/** The paths of all pages of a section but its home page, below that of the section. */
export function listSectionPaths({ posts, tags, series, site }: ContentIndex): string[] {
  const further = (list: string, { length }: { readonly length: number }) =>
    listFurtherPages(length, site.postsPerPage).map((page) => `${list}/page/${page}`);
  return [
    ...['posts', ...further('posts', posts), 'tags', 'search', SECTION_NOT_FOUND],
    ...[...tags].flatMap(([slug, tag]) => [`tags/${slug}`, ...further(`tags/${slug}`, tag.posts)]),
    ...[...series.keys()].map((slug) => `series/${slug}`),
  ];
}
