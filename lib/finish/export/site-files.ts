import { findRendered } from '../rendered-files';
import { listRequestRoutes, readManifest } from '../request-routes';

/** Files of the site by their path in it, with forward slashes; the values are files of the build. */
export type SiteFiles = Map<string, string>;

/** The page for addresses that do not exist, as static hosts name it. */
export const MISSING_PAGE = '404.html';

/** Routes that only a server can answer, and that an export leaves out. */
const LEFT_OUT = /^\/(share\/|_global-error$|_not-found$)/;
/** Rendered on request where a build did not render all; for an export it does. */
const COMPLETE = ['/cards/[file]'];

/** Throws, naming the route, where one is rendered on request: files cannot do that. */
export function checkExportable(distFolder: string): void {
  const found = listRequestRoutes(distFolder).find(
    ({ route }) => !LEFT_OUT.test(route) && !COMPLETE.includes(route),
  );
  if (!found) return;
  throw new Error(
    `The route ${found.route} is rendered on request, which files cannot do. Give it ` +
      "`dynamic = 'force-static'` and `dynamicParams = false`, or leave out `output: 'export'` in site.ts.",
  );
}

/** The pages, feeds, images and other responses that `next build` rendered into `distFolder`. */
export function listSiteFiles(distFolder: string): SiteFiles {
  const { routes } = readManifest<{ readonly routes: object }>(distFolder, 'prerender-manifest.json');
  const files: SiteFiles = new Map([[MISSING_PAGE, findPage(distFolder, '_not-found')]]);
  for (const route of Object.keys(routes)) {
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

/** Next rewrites `/posts/x.md` to `/markdown/x`; a static host needs the file at its public path. */
function toAddress(name: string): string {
  return name.replace(/^markdown\/(.*)$/, 'posts/$1.md');
}
