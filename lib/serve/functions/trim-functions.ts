import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { bundleScript } from '../../bundles/bundle-script';
import { replaceFile } from '../../cache/replace-file';
import { getContentFolder } from '../../content/posts';
import { findRendered } from '../../finish/rendered-files';
import { listRequestRoutes, readManifest } from '../../finish/request-routes';
import { trimAdapterOutput } from './adapter-output';
import { isBelow, isManifest, isTraceable, type TrimmedEntry, toPosix } from './entry-files';
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
  const closed = closeEntries(distFolder, content);
  for (const { file, isOpen } of entries) {
    trimTrace(distFolder, file, isOpen ? content.files : undefined);
  }
  trimAdapterOutput(distFolder, entries, { closed, content: content.files });
}

/** Writes the entry that refuses everything in the place of those that no request needs, and returns it. */
export function closeEntries(distFolder: string, content: RequestContent): string {
  const closed = renderClosedEntry(distFolder);
  for (const { file, isOpen } of listEntries(distFolder, content)) {
    if (!isOpen) replaceFile(path.join(distFolder, file), closed);
  }
  return closed;
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

function renderClosedEntry(distFolder: string): string {
  const file = findRendered(distFolder, '_not-found.html');
  if (file === undefined) throw new Error('The build has no page for addresses that do not exist.');
  const code = bundleScript({
    entryPoints: [CLOSED_ENTRY],
    globalName: 'entry',
    platform: 'node',
    target: 'node20',
  });
  const notFound = JSON.stringify(readFileSync(file, 'utf8'));
  return `${code}\nmodule.exports = entry.createClosedEntry(${notFound});\n`;
}

/** Of a closed entry (no content) only what Next itself reads of the route. */
function trimTrace(distFolder: string, entry: string, content: readonly string[] | undefined): void {
  const file = path.join(distFolder, `${entry}.nft.json`);
  if (!existsSync(file)) return;
  const trace = JSON.parse(readFileSync(file, 'utf8')) as { readonly files: readonly string[] };
  const folder = path.dirname(file);
  const files = trace.files.filter((name) => {
    const place = path.resolve(folder, name);
    return content === undefined ? isManifest(place, distFolder) : !isBelow(place, getContentFolder());
  });
  const added = (content ?? []).filter(isTraceable).map((place) => toPosix(path.relative(folder, place)));
  replaceFile(file, JSON.stringify({ ...trace, files: [...files, ...added] }));
}
