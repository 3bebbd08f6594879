import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { bundleScript } from '../../bundles/bundle-script';
import { replaceFile } from '../../cache/replace-file';
import { readClientModules } from '../client-modules';
import { findRendered } from '../rendered-files';
import { listRequestRoutes } from '../request-routes';
import type { Parts } from './answers';

/** Bundled by its path, never imported: it runs in the file that it is written into. */
const ANSWERS = path.resolve('lib/finish/on-request/answers.ts');

/** Separates Next's code from ours. */
const MARK = '\n// Finishes the pages that this file renders.\n';

/**
 * Adds finishing to the modules that `next build` wrote for pages that are rendered on request. Each file contains all that this takes,
 * since a host may deploy no other file of the build with it. Twice is the same as once.
 */
export function finishEntry(distFolder: string, base = ''): void {
  const parts: Parts = {
    // Builds of the same site are equal byte for byte, whatever the order in which a disk lists files.
    modules: Object.fromEntries([...readClientModules(distFolder)].sort(([a], [b]) => (a < b ? -1 : 1))),
    sheets: readSheets(distFolder, base),
    base,
    notFound: readNotFound(distFolder),
  };
  const code = bundleScript({
    entryPoints: [ANSWERS],
    globalName: 'answers',
    platform: 'node',
    target: 'node20',
  });
  const added = `${MARK}${code}
module.exports = answers.finishAnswers(module.exports, ${JSON.stringify(parts)});
`;
  for (const { route, isPage } of listRequestRoutes(distFolder)) {
    if (isPage) extendEntry(distFolder, `server/app${route === '/' ? '' : route}/page.js`, added);
  }
}

function extendEntry(distFolder: string, entry: string, added: string): void {
  const file = path.join(distFolder, entry);
  const [own = ''] = readFileSync(file, 'utf8').split(MARK);
  const text = own + added;
  // The file may be that of the build before, linked.
  replaceFile(file, text);
  for (const config of listFunctionConfigs(distFolder)) updateHash(config, entry, text);
}

function readNotFound(distFolder: string): string {
  const file = findRendered(distFolder, '_not-found.html');
  if (file === undefined) throw new Error('The build has no page for addresses that do not exist.');
  return readFileSync(file, 'utf8');
}

/** Style sheets by the path that pages name them by. */
function readSheets(distFolder: string, base: string): Record<string, string> {
  const folder = path.join(distFolder, 'static');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.css'),
  );
  return Object.fromEntries(
    files
      .sort()
      .map((file) => [
        `${base}/_next/static/${file.split(path.sep).join('/')}`,
        readFileSync(path.join(folder, file), 'utf8'),
      ]),
  );
}

/** The configuration that Vercel's adapter writes for each function, `output/functions/…/.vc-config.json`. */
function listFunctionConfigs(distFolder: string): string[] {
  const folder = path.join(distFolder, 'output', 'functions');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => path.basename(file) === '.vc-config.json')
    .map((file) => path.join(folder, file));
}

/** The host recognises by the hashes which files it has already. */
function updateHash(configFile: string, entry: string, text: string): void {
  const config = JSON.parse(readFileSync(configFile, 'utf8')) as { fileHashes?: Record<string, string> };
  const name = Object.keys(config.fileHashes ?? {}).find((file) => file.endsWith(entry));
  if (!config.fileHashes || name === undefined) return;
  config.fileHashes[name] = createHash('sha256').update(text).digest('hex');
  writeFileSync(configFile, JSON.stringify(config, null, 2));
}
