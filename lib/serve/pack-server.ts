import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import type { ContentIndex } from '../content/content-index';
import { getContentFolder } from '../content/posts';
import { listRequestRoutes, type RequestRoute } from '../finish/request-routes';
import { bundleServer } from './bundle-server';
import { isBelow } from './functions/entry-files';
import { createLoadedTest } from './functions/loaded-files';
import { writeRequestContent } from './functions/request-content';
import { closeEntries } from './functions/trim-functions';
import { isServedFile, isServedFolder } from './served-files';
import { traceNext } from './trace-next';

/** What was packed. */
export interface Packed {
  readonly files: number;
  /** Of all files together. */
  readonly bytes: number;
}

/**
 * Writes into `target`, a folder that is new or empty, everything that serving the build in `buildFolder` takes: the build, the
 * server in one script, and the modules that Next's trace names for what is rendered on request. It runs with Node.js alone:
 * `node server/start.js`. Throws where the folder is not empty or there is no build.
 */
export async function packServer(buildFolder: string, target: string, index: ContentIndex): Promise<Packed> {
  if (existsSync(target) && readdirSync(target).length > 0) {
    throw new Error(`The folder ${target} is not empty. Name a new one.`);
  }
  const project = process.cwd();
  const site = path.join(target, '.next/site');
  copyBuild(buildFolder, site);
  const content = await writeRequestContent(index, path.join(target, toContentPlace(project)));
  const routes = listRequestRoutes(buildFolder).filter(({ route }) => content.isOpen(route));
  // Where every answer is finished, no request needs a word of it.
  if (routes.length === 0) rmSync(content.folder, { recursive: true });
  // What they load is not packed.
  closeEntries(site, content);
  for (const file of await listTraced(buildFolder, routes)) {
    const place = path.relative(project, file);
    // The build is there already; what is outside the project has no place in the folder.
    if (place.startsWith('..') || file.startsWith(buildFolder + path.sep)) continue;
    copyFile(file, path.join(target, place));
  }
  linkPackages(path.join(buildFolder, 'node_modules'), path.join(site, 'node_modules'));
  await bundleServer(path.join(target, 'server'));
  writeFileSync(path.join(target, 'package.json'), `${JSON.stringify({ type: 'module', private: true })}\n`);
  return measure(target);
}

/** Where the content is found in the folder: as in the project, or where functions find it. */
function toContentPlace(project: string): string {
  const folder = getContentFolder();
  return isBelow(folder, project) ? path.relative(project, folder) : '.next/request-content';
}

function copyBuild(buildFolder: string, target: string): void {
  cpSync(buildFolder, target, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (source) => {
      const place = path.relative(buildFolder, source).split(path.sep).join('/');
      return lstatSync(source).isDirectory() ? isServedFolder(place) : isServedFile(place);
    },
  });
}

/** Next's links to packages, which lead as many folders up as the build is deep; to those alone that are packed. */
function linkPackages(from: string, to: string): void {
  if (!existsSync(from)) return;
  const entries = readdirSync(from, { recursive: true, withFileTypes: true });
  for (const { parentPath, name } of entries.filter((entry) => entry.isSymbolicLink())) {
    const place = path.relative(
      process.cwd(),
      path.resolve(parentPath, readlinkSync(path.join(parentPath, name))),
    );
    const file = path.join(to, path.relative(from, parentPath), name);
    rmSync(file);
    // From `.next/site/node_modules`, and from the folder of a scope there.
    const link = path.join(path.relative(path.dirname(file), path.resolve(to, '../../..')), place);
    if (existsSync(path.join(path.dirname(file), link))) symlinkSync(link, file);
  }
}

function copyFile(source: string, target: string): void {
  mkdirSync(path.dirname(target), { recursive: true });
  cpSync(source, target, { dereference: true });
}

/** The files that Next itself and these routes load, which are rendered on request, as absolute paths. */
async function listTraced(buildFolder: string, routes: readonly RequestRoute[]): Promise<string[]> {
  const own = ['next-server.js.nft.json', 'server/middleware.js.nft.json'].flatMap((name) =>
    readTrace(path.join(buildFolder, name)),
  );
  const ofRoutes = routes.flatMap(({ route, isPage }) =>
    readTrace(path.join(buildFolder, `server/app${route}/${isPage ? 'page' : 'route'}.js.nft.json`)).filter(
      createLoadedTest(route, buildFolder),
    ),
  );
  const files = [...own, ...ofRoutes, ...(await traceNext(buildFolder))]
    // What there is of it was written already.
    .filter((file) => !isBelow(file, getContentFolder()));
  return [...new Set(files)].filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile());
}

function readTrace(file: string): string[] {
  if (!existsSync(file)) return [];
  const { files } = JSON.parse(readFileSync(file, 'utf8')) as { readonly files: readonly string[] };
  return files.map((name) => path.join(path.dirname(file), name));
}

function measure(folder: string): Packed {
  const sizes = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => statSync(path.join(parentPath, name)).size);
  return { files: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}
