import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { bundleScript } from '../../bundles/bundle-script';
import { replaceFile } from '../../cache/replace-file';
import { getContentFolder } from '../../content/posts';
import { findRendered } from '../../finish/rendered-files';
import { listRequestRoutes, readManifest } from '../../finish/request-routes';
import { sectionMissingPath } from '../../urls';
import { trimAdapterOutput } from './adapter-output';
import { isBelow, isManifest, isTraceable, type TrimmedEntry, toPosix } from './entry-files';
import { createLoadedTest } from './loaded-files';
import type { RequestContent } from './request-content';

/** Bundled by its path, never imported: it runs in the files that it is written into. */
const CLOSED_ENTRY = path.resolve('lib/serve/functions/closed-entry.ts');

/**
 * Makes the functions that a host deploys of the build in `distFolder` as small as they can be. A route whose answers are all
 * finished gets an entry that needs no file and refuses everything; the others get what requests need of the content, and no
 * more. Traces are made when the engine is compiled, and content changes after that.
 */
export function trimFunctions(distFolder: string, content: RequestContent): void {
  const entries = listEntries(distFolder, content);
  closeEntries(distFolder, content);
  for (const entry of entries) trimTrace(distFolder, entry, content);
  trimAdapterOutput(distFolder, entries, content);
}

/** Writes an entry that refuses everything in the place of those that no request needs. */
export function closeEntries(distFolder: string, content: RequestContent): void {
  const closed = renderClosedEntry(distFolder);
  // Pages of sections are below `/[page]`; no other entry is asked for what is missing there.
  const closedBelow = renderClosedEntry(distFolder, content.sections);
  for (const { file, route, isOpen } of listEntries(distFolder, content)) {
    if (!isOpen) replaceFile(path.join(distFolder, file), isBelowPage(route) ? closedBelow : closed);
  }
}

function isBelowPage(route: string): boolean {
  return route.startsWith('/[page]/');
}

function listEntries(distFolder: string, { isOpen }: RequestContent): TrimmedEntry[] {
  const requested = new Set(
    listRequestRoutes(distFolder)
      .map(({ route }) => route)
      .filter(isOpen),
  );
  const routes = readManifest<Record<string, string>>(distFolder, 'app-path-routes-manifest.json');
  return Object.entries(routes).map(([name, route]) => ({
    file: `server/app${name}.js`,
    route,
    isOpen: requested.has(route),
  }));
}

function renderClosedEntry(distFolder: string, sections: readonly string[] = []): string {
  const code = bundleScript({
    entryPoints: [CLOSED_ENTRY],
    globalName: 'entry',
    platform: 'node',
    target: 'node20',
  });
  const notFound = readPage(distFolder, '_not-found');
  if (notFound === undefined) throw new Error('The build has no page for addresses that do not exist.');
  const base = process.env.BASE_PATH ?? '';
  const missingBelow = sections.flatMap((section) => {
    const page = readPage(distFolder, sectionMissingPath(section).slice(1));
    // Hosts ask with the path of the blog or without it.
    return page === undefined ? [] : [...new Set([section, base + section])].map((place) => [place, page]);
  });
  const pages = [notFound, Object.fromEntries(missingBelow)].map((value) => JSON.stringify(value));
  return `${code}\nmodule.exports = entry.createClosedEntry(${pages.join(', ')});\n`;
}

function readPage(distFolder: string, name: string): string | undefined {
  const file = findRendered(distFolder, `${name}.html`);
  return file === undefined ? undefined : readFileSync(file, 'utf8');
}

/** Of a closed entry only what Next itself reads of the route. */
function trimTrace(
  distFolder: string,
  { file: entry, route, isOpen }: TrimmedEntry,
  content: RequestContent,
): void {
  const file = path.join(distFolder, `${entry}.nft.json`);
  if (!existsSync(file)) return;
  const trace = JSON.parse(readFileSync(file, 'utf8')) as { readonly files: readonly string[] };
  const folder = path.dirname(file);
  const isLoaded = createLoadedTest(route, distFolder);
  const files = trace.files.filter((name) => {
    const place = path.resolve(folder, name);
    if (!isOpen) return isManifest(place, distFolder);
    return isLoaded(place) && !isBelow(place, getContentFolder());
  });
  const carried = isOpen ? content.listFiles(route) : [];
  const added = carried.filter(isTraceable).map((place) => toPosix(path.relative(folder, place)));
  replaceFile(file, JSON.stringify({ ...trace, files: [...files, ...added] }));
}
