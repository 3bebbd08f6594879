import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** A file that a build rendered, and its path below its folder without the ending: `posts/hello`. */
export interface RenderedFile {
  readonly name: string;
  readonly file: string;
}

/** The pages that `next build` rendered, and the copies of Vercel's adapter in `output` beside them. */
export function listPages(distFolder: string): RenderedFile[] {
  const output = path.join(distFolder, 'output');
  return [
    ...listRenderedFolders(distFolder).flatMap((folder) => listFiles(folder, '.html')),
    ...listFiles(path.join(output, 'functions'), '.prerender-fallback.html'),
    ...listFiles(path.join(output, 'static'), '.html'),
  ];
}

/** A page by its path below `distFolder`, as `listPages` gives it. */
export function toRenderedFile(distFolder: string, file: string): RenderedFile {
  const place = PLACES.exec(file.split(path.sep).join('/'));
  if (!place?.groups?.name) throw new Error(`No page of a build is at such a path: ${file}`);
  return { name: place.groups.name, file: path.join(distFolder, file) };
}

/** Where pages are: those of Next, with an adapter or without, and the copies of Vercel's adapter. */
const PLACES =
  /^(?:server\/(?:app|pages|route-cache\/[^/]+\/[^/]+\/\$)|output\/(?:functions|static))\/(?<name>.+?)(?:\.prerender-fallback)?\.html$/;

/** The file with the answer of a route: a page (`posts/hello.html`) or anything else (`feed.xml.body`), if there is one. */
export function findRendered(distFolder: string, name: string): string | undefined {
  return listRenderedFolders(distFolder)
    .map((folder) => path.join(folder, name))
    .find((file) => existsSync(file));
}

/** The folders that Next renders into: with an adapter, each route has its own. */
export function listRenderedFolders(distFolder: string): string[] {
  const server = path.join(distFolder, 'server');
  const cache = path.join(server, 'route-cache');
  const ofRoutes = listNames(cache).flatMap((kind) =>
    listNames(path.join(cache, kind)).map((route) => path.join(cache, kind, route, '$')),
  );
  return [path.join(server, 'app'), path.join(server, 'pages'), ...ofRoutes];
}

function listFiles(folder: string, ending: string): RenderedFile[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending))
    .map((file) => ({
      name: file.slice(0, -ending.length).split(path.sep).join('/'),
      file: path.join(folder, file),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function listNames(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).sort() : [];
}
