import { getPermittedHosts } from './permitted-hosts';

/**
 * The pages that a change of the content can change, as patterns of paths. In development one route shows all of them
 * (`app/live/show`): what they need is compiled once, pages made a moment ago are there, and a changed page can be sent
 * without the framework around it. Next itself would start a process at each visit to ask a route for its addresses.
 * The last stands for every other address: old ones, which redirect, and those that never were.
 */
export const LIVE_PAGES = [
  '/',
  '/posts',
  '/posts/page/:page',
  '/posts/:slug',
  '/tags',
  '/tags/:tag',
  '/tags/:tag/page/:page',
  '/authors/:id',
  '/series/:slug',
  '/:page',
  '/:path*',
] as const;

/**
 * What pages show or link to; one route answers for all of it (`app/live/file`), for the same reasons. Those at fixed addresses are
 * asked for before Next looks for its own: where `public` has a file for one of its routes, it answers 500.
 */
export const LIVE_FILES = [
  '/apple-icon.png',
  '/atom.xml',
  '/feed.json',
  '/feed.xml',
  '/icon.svg',
  '/llms.txt',
  '/manifest.webmanifest',
  '/nearest.json',
  '/robots.txt',
  '/sitemap.xml',
  '/elements/:name',
  '/media/:hash/:name',
  '/cards/:file',
  '/posts/:slug.md',
  '/search/:piece',
  '/tags/:tag/feed.xml',
  '/tags/:tag/atom.xml',
  '/tags/:tag/feed.json',
  '/authors/:id/feed.xml',
  '/authors/:id/atom.xml',
  '/authors/:id/feed.json',
  '/:page/search/:piece',
  '/:page/feed.xml',
  '/:page/atom.xml',
  '/:page/feed.json',
  '/:page/tags/:tag/feed.xml',
  '/:page/tags/:tag/atom.xml',
  '/:page/tags/:tag/feed.json',
] as const;

const PARAMETER = /:(\w+)\*?/g;

export type LivePage = (typeof LIVE_PAGES)[number];
export type LiveQuery = Readonly<Record<string, string | string[] | undefined>>;
export type LiveFile = (typeof LIVE_FILES)[number];

/**
 * Rewrites for `next.config.ts`: requests for hosts that are not permitted, and addresses that never change, before Next looks
 * for its own, others behind those, and what nobody knows at the end.
 */
export function listLiveRewrites() {
  const pages = LIVE_PAGES.map((source, place) => ({ source, destination: toDestination(source, place) }));
  const files = LIVE_FILES.map((pattern) => ({
    source: pattern.replace(':slug.md', ':slug([^/]+)\\.md'),
    destination: '/live/file',
  }));
  const isFixed = ({ source }: { source: string }) => !source.includes(':');
  const isLast = ({ source }: { source: string }) => source.endsWith('*');
  return {
    beforeFiles: [
      {
        source: '/:path*',
        missing: [{ type: 'host' as const, value: getPermittedHosts() }],
        destination: '/live/refuse',
      },
      ...[...pages, ...files].filter(isFixed),
    ],
    afterFiles: [...files, ...pages].filter((route) => !isFixed(route) && !isLast(route)),
    fallback: pages.filter(isLast),
  };
}

/** A pattern is named by its place in the list: a colon in a query would be taken for a parameter. */
function toDestination(pattern: LivePage, place: number): string {
  const names = [...pattern.matchAll(PARAMETER)].map(([parameter, name]) => `&${name}=${parameter}`);
  return `/live/show?pattern=${place}${names.join('')}`;
}

/** The path that a query of these rewrites was made from. */
export function toLivePath({ pattern, ...params }: LiveQuery): string {
  return (LIVE_PAGES[Number(pattern)] ?? '').replace(PARAMETER, (_, name: string) =>
    String(params[name] ?? ''),
  );
}

/** What these rewrites make of a path: the query of the page at it. */
export function matchPage(path: string): LiveQuery {
  for (const [place, pattern] of LIVE_PAGES.entries()) {
    const match = new RegExp(
      `^${pattern.replace(/:(\w+)\*/g, '(?<$1>.+)').replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`,
    ).exec(path);
    if (match) return { pattern: String(place), ...match.groups };
  }
  return {};
}

/** Which file a path asks for, and the parts of the path that its pattern names, as they are written there. */
export function matchFile(path: string): { pattern: LiveFile; params: Record<string, string> } | undefined {
  for (const pattern of LIVE_FILES) {
    const expression = pattern.replaceAll('.', '\\.').replace(/:(\w+)/g, '(?<$1>[^/]+)');
    const match = new RegExp(`^${expression}$`).exec(path);
    if (match) return { pattern, params: { ...match.groups } };
  }
  return undefined;
}
