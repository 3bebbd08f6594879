import { readFileSync } from 'node:fs';
import path from 'node:path';
import { findRendered } from '../rendered-files';

/** Files of the exported site: where each stands in it, with forward slashes, and the file of the build it is. */
export type SiteFiles = Map<string, string>;

interface PrerenderManifest {
  readonly routes: Readonly<Record<string, { readonly srcRoute: string | null }>>;
  readonly dynamicRoutes: Readonly<Record<string, { readonly fallback: string | false | null }>>;
}

/** Routes that only a server can answer, and that a site of files does without. */
const LEFT_OUT = /^\/(share\/|unchanged$|_global-error$|_not-found$)/;
/** Made on request where a build did not make all; for an export it does. */
const COMPLETE = ['/cards/[file]'];

/**
 * The pages, feeds, images and other answers that `next build` left in `distFolder`. Throws, naming the route, where
 * one is rendered on request: files cannot do that.
 */
export function listSiteFiles(distFolder: string): SiteFiles {
  const manifest = readJson<PrerenderManifest>(distFolder, 'prerender-manifest.json');
  checkRoutes(manifest, Object.values(readJson<object>(distFolder, 'app-path-routes-manifest.json')));
  const files: SiteFiles = new Map([['404.html', findPage(distFolder, '_not-found')]]);
  for (const route of Object.keys(manifest.routes)) {
    if (LEFT_OUT.test(route)) continue;
    const name = route === '/' ? 'index' : route.slice(1);
    const answer = findRendered(distFolder, `${name}.body`);
    if (answer === undefined) files.set(`${name}.html`, findPage(distFolder, name));
    else files.set(toAddress(name), answer);
  }
  return files;
}

function findPage(distFolder: string, name: string): string {
  const file = findRendered(distFolder, `${name}.html`);
  if (file === undefined) throw new Error(`The build has no file for the route /${name}.`);
  return file;
}

function checkRoutes({ routes, dynamicRoutes }: PrerenderManifest, all: readonly unknown[]): void {
  const made = new Set(Object.entries(routes).map(([route, { srcRoute }]) => srcRoute ?? route));
  for (const route of all.map(String)) {
    const dynamic = dynamicRoutes[route];
    const isOpen = dynamic !== undefined && dynamic.fallback !== false && !COMPLETE.includes(route);
    const isMade = made.has(route) || dynamic !== undefined;
    if (LEFT_OUT.test(route) || (isMade && !isOpen)) continue;
    throw new Error(
      `The route ${route} is rendered when it is asked for, which files cannot do. Give it ` +
        "`dynamic = 'force-static'` and `dynamicParams = false`, or leave out `output: 'export'` in site.ts.",
    );
  }
}

/** Next leads from `/posts/x.md` to `/markdown/x`; files stand where they are asked for. */
function toAddress(name: string): string {
  return name.replace(/^markdown\/(.*)$/, 'posts/$1.md');
}

function readJson<T>(folder: string, name: string): T {
  return JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as T;
}
