import { getChallengeScript } from '../bundles/challenge-script';
import { getElementsBundle } from '../bundles/elements-bundle';
import { getSearchScript } from '../bundles/search-script';
import { listCards } from '../cards/card-files';
import type { BrokenDocument, ContentIndex } from '../content/content-index';
import { findSection, listSections } from '../content/sections';
import { listSpecimenPages } from '../content/specimen-page';
import { readFontFiles } from '../fonts/font-files';
import { listMedia, listVariants } from '../markdown/media/media-list';
import { listFurtherPages } from '../pagination';
import { getSearchIndex } from '../search/build/search-index';
import { countSitemapParts, listSitemapEntries } from '../syndication/sitemap';
import { toSectionSlug } from '../urls';
import { listSectionPaths } from './section-page';

/** Parameters of one output of a route, not percent-encoded. */
export type Params = Readonly<Record<string, string>>;

/** The outputs that a build makes of each route with parameters. */
const PARAMS = {
  '/[page]': (index) =>
    [
      ...withBroken('page', index.pages.keys(), index.broken),
      ...listSpecimenPages(index),
      ...listFurther(index).map(({ page }) => page),
    ].map((page) => ({ page })),
  '/[page]/[...path]': (index) =>
    listFurther(index).flatMap(({ page, section }) =>
      listSectionPaths(section).map((path) => ({ page, path })),
    ),
  '/[page]/atom.xml': listSectionFeeds,
  '/[page]/feed.json': listSectionFeeds,
  '/[page]/feed.xml': listSectionFeeds,
  '/[page]/search/[piece]': async (index) => {
    const pieces = listFurther(index).map(async ({ page, section }) =>
      [...(await getSearchIndex(section)).keys()].map((piece) => ({ page, piece })),
    );
    return (await Promise.all(pieces)).flat();
  },
  '/[page]/tags/[tag]/atom.xml': listSectionTags,
  '/[page]/tags/[tag]/feed.json': listSectionTags,
  '/[page]/tags/[tag]/feed.xml': listSectionTags,
  '/authors/[id]': listAuthors,
  '/authors/[id]/atom.xml': listAuthors,
  '/authors/[id]/feed.json': listAuthors,
  '/authors/[id]/feed.xml': listAuthors,
  '/cards/[file]': listDrawnCards,
  '/elements/[name]': ({ site }) =>
    [getElementsBundle(), getSearchScript(), ...(site.readers?.comments ? [getChallengeScript()] : [])].map(
      ({ name }) => ({ name }),
    ),
  '/markdown/[slug]': ({ postsBySlug }) => [...postsBySlug.keys()].map((slug) => ({ slug })),
  '/media/[hash]/[name]': listMediaFiles,
  '/posts/[slug]': ({ postsBySlug, broken }) =>
    withBroken('post', postsBySlug.keys(), broken).map((slug) => ({ slug })),
  '/posts/page/[page]': (index) =>
    listFurtherPages(getMain(index).posts.length, index.site.postsPerPage).map((page) => ({
      page: String(page),
    })),
  '/search/[piece]': async (index) =>
    [...(await getSearchIndex(getMain(index))).keys()].map((piece) => ({ piece })),
  '/series/[slug]': (index) => [...getMain(index).series.keys()].map((slug) => ({ slug })),
  '/sitemaps/[part]': listParts,
  '/tags/[tag]': listTags,
  '/tags/[tag]/atom.xml': listTags,
  '/tags/[tag]/feed.json': listTags,
  '/tags/[tag]/feed.xml': listTags,
  '/tags/[tag]/page/[page]': (index) =>
    [...getMain(index).tags].flatMap(([tag, { posts }]) =>
      listFurtherPages(posts.length, index.site.postsPerPage).map((page) => ({ tag, page: String(page) })),
    ),
} satisfies Record<string, (index: ContentIndex) => Params[] | Promise<Params[]>>;

/** A route with parameters in its address, as the folders of `app` spell it. */
export type ParamRoute = keyof typeof PARAMS;

export type ParamsOf<Route extends ParamRoute> = Awaited<ReturnType<(typeof PARAMS)[Route]>>[number];

export const PARAM_ROUTES = Object.keys(PARAMS) as readonly ParamRoute[];

/** The parameters of every output that a build makes of a route. */
export async function listParams<Route extends ParamRoute>(
  route: Route,
  index: ContentIndex,
): Promise<ParamsOf<Route>[]> {
  return PARAMS[route](index) as ParamsOf<Route>[] | Promise<ParamsOf<Route>[]>;
}

/** A broken document has an address too: in development its problems are shown there, and a build stops at them before. */
function withBroken(
  kind: BrokenDocument['kind'],
  slugs: Iterable<string>,
  broken: readonly BrokenDocument[],
): string[] {
  const own = broken.filter((document) => document.kind === kind);
  return [...new Set([...slugs, ...own.map(({ slug }) => slug)])];
}

function listAuthors({ authors }: ContentIndex) {
  return [...authors.keys()].map((id) => ({ id }));
}

function listTags(index: ContentIndex) {
  return [...getMain(index).tags.keys()].map((tag) => ({ tag }));
}

function getMain(index: ContentIndex): ContentIndex {
  return findSection(index) ?? index;
}

/** The sections of further languages, with their part of an address. */
function listFurther(index: ContentIndex) {
  const [, ...sections] = listSections(index);
  return sections.map((section) => ({ page: toSectionSlug(section.site.language), section }));
}

function listSectionFeeds(index: ContentIndex) {
  return listFurther(index).map(({ page }) => ({ page }));
}

function listSectionTags(index: ContentIndex) {
  return listFurther(index).flatMap(({ page, section }) =>
    [...section.tags.keys()].map((tag) => ({ page, tag })),
  );
}

/** The cards that a build draws; the others are drawn when first asked for, and kept. */
async function listDrawnCards(index: ContentIndex) {
  const files = [...(await listCards(index)).keys()].map((path) => ({ file: path.split('/').at(-1) ?? '' }));
  const { output, cardsAtBuild } = index.site;
  return output === 'export' ? files : files.slice(0, cardsAtBuild);
}

/** Files beside documents and, in builds, the variants of images; the fonts of the blog. */
async function listMediaFiles(index: ContentIndex) {
  const media = await listMedia(index);
  const variants = process.env.NODE_ENV === 'production' ? await listVariants(index) : new Map();
  const { files } = readFontFiles(index.site, index.root);
  const all: { hash: string; name: string }[] = [...media.values(), ...variants.values(), ...files];
  return all.map(({ hash, name }) => ({ hash, name }));
}

function listParts(index: ContentIndex) {
  const parts = countSitemapParts(listSitemapEntries(index).length);
  return Array.from({ length: parts }, (_, part) => ({ part: `${part + 1}.xml` }));
}
