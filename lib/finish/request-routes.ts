import { readFileSync } from 'node:fs';
import path from 'node:path';

/** A route that is rendered on request. */
export interface RequestRoute {
  /** As its folder in `app` is named: `/share/[token]`. */
  readonly route: string;
  /** Source of a regular expression for the paths of its requests. */
  readonly pattern: string;
  /** True for a page, false for a handler of a route. */
  readonly isPage: boolean;
}

interface PrerenderManifest {
  readonly routes: Readonly<Record<string, { readonly srcRoute: string | null }>>;
  readonly dynamicRoutes: Readonly<Record<string, { readonly fallback: string | false | null }>>;
}

interface RoutesManifest {
  readonly staticRoutes: readonly { readonly page: string; readonly regex: string }[];
  readonly dynamicRoutes: readonly { readonly page: string; readonly regex: string }[];
}

/** Next's own: they have no address. */
const INTERNAL = /^\/(_global-error|_not-found)$/;

/** The routes of a build in `distFolder` with paths that are rendered on request. */
export function listRequestRoutes(distFolder: string): RequestRoute[] {
  const { routes, dynamicRoutes } = readManifest<PrerenderManifest>(distFolder, 'prerender-manifest.json');
  const known = readManifest<RoutesManifest>(distFolder, 'routes-manifest.json');
  const rendered = new Set(Object.entries(routes).map(([route, { srcRoute }]) => srcRoute ?? route));
  const isFinished = (route: string) => {
    const dynamic = dynamicRoutes[route];
    return dynamic === undefined ? rendered.has(route) : dynamic.fallback === false;
  };
  const pages = new Set(
    Object.entries(readManifest<Record<string, string>>(distFolder, 'app-path-routes-manifest.json'))
      .filter(([file]) => file.endsWith('/page'))
      .map(([, route]) => route),
  );
  return [...known.staticRoutes, ...known.dynamicRoutes]
    .filter(({ page }) => !INTERNAL.test(page) && !isFinished(page))
    .map(({ page, regex }) => ({ route: page, pattern: regex, isPage: pages.has(page) }));
}

/** A JSON file that `next build` wrote into `distFolder`. */
export function readManifest<T>(distFolder: string, name: string): T {
  return JSON.parse(readFileSync(path.join(distFolder, name), 'utf8')) as T;
}
