import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { bundleScript } from '../../bundles/bundle-script';
import { replaceFile } from '../../cache/replace-file';
import { readClientModules } from '../client-modules';
import { findRendered } from '../rendered-files';
import type { Parts } from './answers';

/** The one page that is made on request: a shared draft. */
const ENTRY = 'server/app/share/[token]/page.js';

/** Read by its path, never imported: it runs in the file it is written into. */
const ANSWERS = path.resolve('lib/finish/on-request/answers.ts');

/** Begins what stands behind Next's own code. */
const MARK = '\n// Finishes the pages that this file makes.\n';

/**
 * Teaches what `next build` left for the page of shared drafts to finish what it makes. It carries all that this takes: a
 * host may give it no file of the build but its own. Twice is the same as once.
 */
export function finishEntry(distFolder: string): void {
  const file = path.join(distFolder, ENTRY);
  const parts: Parts = {
    // Two builds of the same site are alike byte for byte, in whichever order a disk lists its files.
    modules: Object.fromEntries([...readClientModules(distFolder)].sort(([a], [b]) => (a < b ? -1 : 1))),
    sheets: readSheets(distFolder),
    notFound: readNotFound(distFolder),
  };
  const code = bundleScript({
    entryPoints: [ANSWERS],
    globalName: 'answers',
    platform: 'node',
    target: 'node20',
  });
  const [own = ''] = readFileSync(file, 'utf8').split(MARK);
  const text = `${own}${MARK}${code}
module.exports = answers.finishAnswers(module.exports, ${JSON.stringify(parts)});
`;
  // The file may be that of the build before, linked.
  replaceFile(file, text);
  for (const config of listFunctionConfigs(distFolder)) renewHash(config, text);
}

function readNotFound(distFolder: string): string {
  const file = findRendered(distFolder, '_not-found.html');
  if (file === undefined) throw new Error('The build has no page for addresses that do not exist.');
  return readFileSync(file, 'utf8');
}

/** Style sheets by the path that pages name them by. */
function readSheets(distFolder: string): Record<string, string> {
  const folder = path.join(distFolder, 'static');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.css'),
  );
  return Object.fromEntries(
    files
      .sort()
      .map((file) => [
        `/_next/static/${file.split(path.sep).join('/')}`,
        readFileSync(path.join(folder, file), 'utf8'),
      ]),
  );
}

/** What Vercel's adapter says of the functions it makes, `output/functions/…/.vc-config.json`. */
function listFunctionConfigs(distFolder: string): string[] {
  const folder = path.join(distFolder, 'output', 'functions');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => path.basename(file) === '.vc-config.json')
    .map((file) => path.join(folder, file));
}

/** The host tells by them what it has already. */
function renewHash(configFile: string, text: string): void {
  const config = JSON.parse(readFileSync(configFile, 'utf8')) as { fileHashes?: Record<string, string> };
  const name = Object.keys(config.fileHashes ?? {}).find((file) => file.endsWith(ENTRY));
  if (!config.fileHashes || name === undefined) return;
  config.fileHashes[name] = createHash('sha256').update(text).digest('hex');
  writeFileSync(configFile, JSON.stringify(config, null, 2));
}
