import { createHash } from 'node:crypto';
import { createWeakProcessCache } from '../cache/process-cache';
import type { ContentIndex } from '../content/content-index';
import { findSection, getSectionOf } from '../content/sections';
import { getSearchIndex } from '../search/build/search-index';
import { drawIcon, drawTile } from '../site/logo';
import { getBothColours, getDrawnColours } from '../site/own-colours';
import { readOwnIcon } from '../site/own-icon';
import { buildLlms } from '../syndication/llms';
import { viewArchive } from './archive';
import { viewAuthor } from './author';
import { viewContentPage } from './content-page';
import { type FeedList, viewFeed } from './feed';
import { viewFeedStyle } from './feed-style';
import { viewFrame } from './frame';
import { viewHome } from './home';
import { viewManifest } from './manifest';
import { viewMarkdownExport } from './markdown-export';
import { viewNearest } from './nearest';
import { viewNotFound } from './not-found';
import { viewPart } from './part';
import { viewPost } from './post';
import { viewRobots } from './robots';
import { listParams, PARAM_ROUTES, type Params } from './route-params';
import { viewSearchPage } from './search-page';
import { viewSectionPage } from './section-page';
import { viewSeries } from './series';
import { viewSitemap, viewSitemapPart } from './sitemap';
import { viewSpecimen } from './specimen';
import { viewTag } from './tag';
import { viewTagIndex } from './tag-index';

/** Something that the site answers: a route with the parameters it is made for. */
export interface Output {
  /** As the folders of `app` spell it. */
  readonly route: string;
  /** Not percent-encoded. Absent: the route has none, and Next makes it in every run. */
  readonly params?: Params;
  /** Percent-encoded path, as in the prerender manifest of Next. */
  readonly address: string;
}

interface Family {
  /** True where the page stands in the frame of the site. */
  readonly isPage?: boolean;
  /** The text of the page, where that decides in which section's frame it stands. */
  text?(index: ContentIndex, params: Params): { readonly lang?: string } | undefined;
  view(index: ContentIndex, params: Params): unknown;
}

const page = (view: Family['view']): Family => ({ isPage: true, view });
const file = (view: Family['view']): Family => ({ view });
const feed = (toList: (params: Params) => FeedList) =>
  file((index, params) => viewFeed(index, toList(params)));
/** Its address has a hash of its bytes, or of all they are made from. */
const hashed = file(() => 'hashed');

const searchPiece = file(async (index, { piece = '' }) =>
  (await getSearchIndex(index)).get(piece)?.toString('latin1'),
);
const siteFeed = feed(() => 'site');
const tagFeed = feed(({ tag = '' }) => ({ tag }));
const authorFeed = feed(({ id = '' }) => ({ author: id }));

/** What each route shows. */
const FAMILIES: Readonly<Record<string, Family>> = {
  '/': page(viewHome),
  '/_not-found': page(viewNotFound),
  '/apple-icon.png': file((index) => drawTile(getDrawnColours(index, 'light'), readOwnIcon(index.root))),
  '/atom.xml': siteFeed,
  '/feed.css': file(viewFeedStyle),
  '/feed.json': siteFeed,
  '/feed.xml': siteFeed,
  '/icon.svg': file((index) => drawIcon(index.site, getBothColours(index), readOwnIcon(index.root))),
  '/llms.txt': file(buildLlms),
  '/manifest.webmanifest': file(viewManifest),
  '/nearest.json': file(viewNearest),
  '/posts': page((index) => viewArchive(index, 1)),
  '/robots.txt': file(viewRobots),
  '/search': page(viewSearchPage),
  '/sitemap.xml': file(viewSitemap),
  '/tags': page(viewTagIndex),
  '/[page]': {
    ...page((index, { page = '' }) => {
      const section = findSection(index, page);
      return section ? viewHome(section) : (viewSpecimen(index, page) ?? viewContentPage(index, page));
    }),
    text: (index, { page = '' }) => {
      const section = findSection(index, page);
      return section ? { lang: section.site.language } : index.pages.get(page);
    },
  },
  '/[page]/[...path]': page((index, { path = '' }) => viewSectionPage(index, path)),
  '/[page]/atom.xml': siteFeed,
  '/[page]/feed.json': siteFeed,
  '/[page]/feed.xml': siteFeed,
  '/[page]/search/[piece]': searchPiece,
  '/[page]/tags/[tag]/atom.xml': tagFeed,
  '/[page]/tags/[tag]/feed.json': tagFeed,
  '/[page]/tags/[tag]/feed.xml': tagFeed,
  '/authors/[id]': page((index, { id = '' }) => viewAuthor(index, id)),
  '/authors/[id]/atom.xml': authorFeed,
  '/authors/[id]/feed.json': authorFeed,
  '/authors/[id]/feed.xml': authorFeed,
  '/cards/[file]': hashed,
  '/elements/[name]': hashed,
  '/markdown/[slug]': file((index, { slug = '' }) => viewMarkdownExport(index, slug)),
  '/media/[hash]/[name]': hashed,
  '/posts/[slug]': {
    ...page((index, { slug = '' }) => viewPost(index, slug)),
    text: (index, { slug = '' }) => index.postsBySlug.get(slug),
  },
  '/posts/page/[page]': page((index, { page = '' }) => viewArchive(index, Number(page))),
  '/search/[piece]': searchPiece,
  '/series/[slug]': page((index, { slug = '' }) => viewSeries(index, slug)),
  '/sitemaps/[part]': file((index, { part = '' }) => viewSitemapPart(index, Number.parseInt(part, 10))),
  '/tags/[tag]': page((index, { tag = '' }) => viewTag(index, tag, 1)),
  '/tags/[tag]/atom.xml': tagFeed,
  '/tags/[tag]/feed.json': tagFeed,
  '/tags/[tag]/feed.xml': tagFeed,
  '/tags/[tag]/page/[page]': page((index, { tag = '', page = '' }) => viewTag(index, tag, Number(page))),
};

/** Every output of the site of an index. */
export async function listOutputs(index: ContentIndex): Promise<Output[]> {
  const single = Object.keys(FAMILIES).filter((route) => !route.includes('['));
  const lists = PARAM_ROUTES.map(async (route) => {
    const all: readonly Params[] = await listParams(route, index);
    return all.map((params): Output => ({ route, params, address: toAddress(route, params) }));
  });
  return [...single.map((route) => ({ route, address: route })), ...(await Promise.all(lists)).flat()];
}

/** The view of an output: plain data with all that it shows. Throws for a route that is none of the site's. */
export async function viewOutput(index: ContentIndex, output: Output): Promise<unknown> {
  return findFamily(output.route).view(pickSection(index, output), output.params ?? {});
}

/** Changes with whatever an output shows, and with nothing else: the engine is no part of it. */
export async function digestOf(index: ContentIndex, output: Output): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(await viewOutput(index, output)) ?? '');
  if (isPage(output)) hash.update(await getFrame(pickFrame(index, output)));
  return hash.digest('hex').slice(0, 20);
}

/** True for pages, which stand in the frame of the site and are finished after the build. */
export function isPage({ route }: Pick<Output, 'route'>): boolean {
  return findFamily(route).isPage ?? false;
}

/** What a route is made from: the section at its address, or the main one. */
function pickSection(index: ContentIndex, { route, params }: Output): ContentIndex {
  return findSection(index, route.startsWith('/[page]/') ? params?.page : undefined) ?? index;
}

function pickFrame(index: ContentIndex, output: Output): ContentIndex {
  const { text } = findFamily(output.route);
  const section = pickSection(index, output);
  return text ? getSectionOf(index, text(section, output.params ?? {}) ?? {}) : section;
}

function findFamily(route: string): Family {
  const family = FAMILIES[route];
  if (!family) throw new Error(`There is no view of ${route}: add it to lib/views/outputs.ts.`);
  return family;
}

async function getFrame(index: ContentIndex): Promise<string> {
  const footer = (await viewPart(index, 'footer')) ?? '';
  return frames.getOrCreate(index, () => JSON.stringify(viewFrame(index)) + footer);
}

const frames = createWeakProcessCache<ContentIndex, string>('frames of pages');

function toAddress(route: string, params: Params): string {
  return route.replace(/\[(?:\.{3})?(\w+)\]/g, (_, name: string) =>
    (params[name] ?? '').split('/').map(encodeURIComponent).join('/'),
  );
}
