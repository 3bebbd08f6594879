import path from 'node:path';
import { getBuildFolders } from '../build/build-folder';
import { readState } from '../build/build-state';
import { getContent } from '../content/posts';
import { listSitemapEntries } from '../syndication/sitemap';
import { absoluteUrl } from '../urls';
import { findChanges, readAnnounced, writeAnnounced } from './announce/changes';
import { sendIndexNow, sendWebSub } from './announce/send';
import { readArguments, type Usage } from './arguments';
import { EXIT, type Terminal, writeError, writeLine } from './terminal';

const USAGE: Usage = {
  example: 'npm run announce',
  what: 'Notifies search engines and feed readers of the addresses of the last build that are new, changed or gone. Run it once the build is online.',
  help: [
    ['--all', 'every address, as if nothing had been announced before'],
    ['--dry-run', 'lists what would be announced'],
  ],
  options: { all: { type: 'boolean' }, 'dry-run': { type: 'boolean' } },
  needed: [],
  atMost: 0,
};

/** `npm run announce`: gives the exit code. */
export async function announce(args: readonly string[], terminal: Terminal): Promise<number> {
  const given = readArguments(args, USAGE, terminal);
  if (typeof given === 'number') return given;
  const index = getContent();
  const { site } = index;
  const { indexNow, webSub } = site.announce ?? {};
  if (!indexNow && !webSub) {
    writeError(
      terminal,
      "Nobody is to be notified: content/site.ts has no  announce: { indexNow: { key: '…' }, webSub: 'https://…' }.",
    );
    return EXIT.failed;
  }
  const folders = getBuildFolders();
  const state = readState(folders.site);
  if (!state) {
    writeError(terminal, 'There is no build. Run `npm run build` first.');
    return EXIT.failed;
  }
  const cache = path.resolve(folders.root, 'cache');
  const last = given.has('all') ? {} : readAnnounced(cache, site.url);
  const listed = new Set(listSitemapEntries(index).map((entry) => entry.path));
  const { pages, feeds, announced } = findChanges(state, listed, last ?? {});
  if (last === undefined && !given.has('dry-run')) {
    writeAnnounced(cache, site.url, announced);
    writeLine(
      terminal,
      `Nothing was announced from here before: ${pages.length} pages and ${feeds.length} feeds are written down, and what changes from now on will be. All at once: npm run announce -- --all`,
    );
    return EXIT.done;
  }
  const addresses = [...(indexNow ? pages : []), ...(webSub ? feeds : [])].map((one) =>
    absoluteUrl(site.url, one),
  );
  for (const url of addresses) writeLine(terminal, url);
  if (given.has('dry-run')) return EXIT.done;
  try {
    if (indexNow)
      await sendIndexNow(
        indexNow,
        site.url,
        pages.map((one) => absoluteUrl(site.url, one)),
      );
    if (webSub)
      await sendWebSub(
        webSub,
        feeds.map((one) => absoluteUrl(site.url, one)),
      );
  } catch (error) {
    writeError(terminal, error instanceof Error ? error.message : String(error));
    return EXIT.failed;
  }
  writeAnnounced(cache, site.url, announced);
  writeLine(terminal, addresses.length === 0 ? 'Nothing changed.' : `Announced: ${addresses.length}.`);
  return EXIT.done;
}
