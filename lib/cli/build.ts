import { existsSync } from 'node:fs';
import path from 'node:path';
import { stop as stopEsbuild } from 'esbuild';
import { type BuildFolders, getBuildFolders } from '../build/build-folder';
import { type BuildSteps, buildSite, cancelNext } from '../build/build-site';
import { checkNextOutput } from '../build/check-next-output';
import { getCompileKey, getRedirectsKey } from '../build/compile-key';
import { isDiskFull } from '../build/is-disk-full';
import { type BuildLock, lockBuild } from '../build/lock';
import { listPageFiles } from '../build/output-files';
import { listPlannedOutputs } from '../build/planned-outputs';
import { createNextRunner, type NextRunner } from '../build/run-next';
import { startNext } from '../build/start-next';
import { recoverSite } from '../build/swap';
import { pruneCache } from '../cache/cache-folder';
import { checkContent, findBlocking } from '../checks/check-content';
import { listDocuments } from '../checks/list-documents';
import { getRequestFolder } from '../content/content-files';
import type { ContentIndex } from '../content/content-index';
import { getAudience, getContentFolder, getToday, loadContent } from '../content/posts';
import { formatDay } from '../dates';
import { exportSite } from '../finish/export/export-site';
import { finishPages } from '../finish/finish-pages';
import { replaceEngineIcons, writeOwnIcons } from '../finish/icons/own-icons';
import { finishEntry } from '../finish/on-request/finish-entry';
import { placePublicFiles } from '../finish/place-public-files';
import { removeFlightData } from '../finish/remove-flight-data';
import { formatReport } from '../finish/report';
import { listVariants } from '../markdown/media/media-list';
import { writeNextInputs } from '../next/collect-inputs';
import { refuseForgottenFile } from '../readers/forgetful-host';
import type { Shown } from '../readers/threads';
import { refreshAddressTable, writeAddressTable } from '../serve/build-address-table';
import { writeServerScript } from '../serve/bundle-server';
import { MAX_MEDIA, writeRequestContent } from '../serve/functions/request-content';
import { trimFunctions } from '../serve/functions/trim-functions';
import { writeHostFiles } from '../serve/hosts/write-host-files';
import { formatReaderParts } from '../site/reader-parts';
import type { Site } from '../site/site';
import { postPath, toBasePath } from '../urls';
import { toShown } from '../views/comments';
import { countPermalinkNews } from './permalink-news';
import { printProblems } from './print-problems';

/** `npm run build`: checks the content, builds what changed, and leaves the last good site alone where either fails. */
async function build(args: readonly string[]): Promise<number> {
  const folders = getBuildFolders();
  try {
    const lock = await lockBuild(folders.root, (line) => console.info(line));
    return await buildLocked(folders, lock, args.includes('--full'));
  } catch (error) {
    console.error(`\n${error instanceof Error ? error.message : String(error)}`);
    if (isDiskFull(folders.root)) console.error('The disk is full: free some space, and build again.');
    console.error(describeSite(folders));
    return 1;
  }
}

async function buildLocked(folders: BuildFolders, lock: BuildLock, isFull: boolean): Promise<number> {
  const next = createNextRunner(folders, lock);
  const stop = (signal: NodeJS.Signals) => {
    void next.end();
    lock.release();
    console.error(`\nThe build was stopped. ${describeSite(folders)}`);
    process.exit(signal === 'SIGINT' ? 130 : 143);
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  try {
    recoverSite(folders);
    return (await checkAndBuild(folders, next, isFull)) ? 0 : 1;
  } finally {
    await next.end();
    lock.release();
  }
}

async function checkAndBuild(folders: BuildFolders, next: NextRunner, isFull: boolean): Promise<boolean> {
  const index = loadContent(getAudience());
  if (index.site.readers) refuseForgottenFile();
  // One day for the whole build, in every process of it, also across midnight.
  process.env.TODAY = getToday(index.site.timeZone);
  process.env.BASE_PATH = toBasePath(index.site.url);
  process.env.READERS = formatReaderParts(index.site);
  process.env.LANGUAGES = index.site.languages.length > 0 ? '1' : '';
  // It takes public files from the project, before the site is finished.
  if (process.env.VERCEL) await replaceEngineIcons(index);
  if (index.site.readers)
    await collectPublished(path.resolve(folders.root, 'cache', 'published.json'), toShown(index));
  const options = {
    ...{ folders, compileKey: getCompileKey(index), redirectsKey: getRedirectsKey(index) },
    ...{ isFull, isAtOnce: isTakenByAdapter() },
  };
  process.env.NEXT_INPUTS = writeNextInputs(path.join(folders.root, 'cache'), options.compileKey);
  const started = startNext(options, next.run);
  const start = performance.now();
  const problems = await checkContent(index, { compile: true });
  printStage(
    'check',
    `${listDocuments(index).length.toLocaleString('en')} documents`,
    performance.now() - start,
  );
  printProblems(problems, process.stderr, MAX_WARNINGS);
  if (findBlocking(problems, index).length > 0) {
    await cancelNext(folders, { endNext: next.end });
    console.error(`Fix the errors above and build again. ${describeSite(folders)}`);
    return false;
  }
  if (problems.some(({ severity }) => severity === 'error')) {
    console.info('The errors above are in drafts, which this build leaves out.');
  }
  printNotes(index);
  await makeVariants(index);
  if (!process.env.VERCEL) await writeServerScript(path.join(folders.root, 'serve'));
  // It keeps 100 MB of what it has bundled, and starts again where it is asked.
  await stopEsbuild();
  await buildSite(index, { ...options, ...(started && { started }) }, toSteps(index, folders, next));
  if (process.env.VERCEL)
    trimFunctions(folders.site, await writeRequestContent(index, getRequestFolder(), MAX_MEDIA));
  else await refreshAddressTable(folders.site, index);
  if (index.site.output === 'export') exportFiles(folders.site, index);
  if (index.site.readers?.comments) await announceApproved(index);
  pruneCache();
  return true;
}

async function makeVariants(index: ContentIndex): Promise<void> {
  const start = performance.now();
  const { size } = await listVariants(index);
  if (size === 0) return;
  printStage('images', `${size.toLocaleString('en')} smaller forms`, performance.now() - start);
}

/** All processes of the build show the same comments and thanks. */
async function collectPublished(file: string, shown: Shown): Promise<void> {
  const { writePublished } = await import('../readers/write-published');
  const found = await writePublished(file, shown);
  process.env.PUBLISHED_FILE = file;
  if (found instanceof Error) console.error(`Comments: those of the last build. ${found.message}`);
  else
    console.info(
      `Comments: ${found.comments.toLocaleString('en')} approved. Thanks: ${found.thanks.toLocaleString('en')}. Mentions: ${found.mentions.toLocaleString('en')}.`,
    );
}

/** What was approved where no mail could be sent, as in a terminal elsewhere. */
async function announceApproved(index: ContentIndex): Promise<void> {
  const [{ announceAnswers }, { getReadersPart }] = await Promise.all([
    import('../readers/announce-answers'),
    import('../readers/readers-part'),
  ]);
  // Where the database is away the build has said so.
  const part = await getReadersPart().catch(() => undefined);
  if (part) await announceAnswers(part, index);
}

function isTakenByAdapter(): boolean {
  return Boolean(process.env.NEXT_ADAPTER_PATH || process.env.NEXT_ENABLE_ADAPTER);
}

function printStage(stage: string, what: string, milliseconds: number): void {
  console.info(`${stage.padEnd(9)} ${(milliseconds / 1000).toFixed(1).padStart(5)} s  ${what}`);
}

function toSteps(index: ContentIndex, { site }: BuildFolders, next: NextRunner): BuildSteps {
  return {
    listOutputs: listPlannedOutputs,
    runNext: next.run,
    endNext: next.end,
    notify: printStage,
    finish: async (stage, made, isWhole) => {
      checkNextOutput(stage);
      if (index.site.finishPages)
        await finishStage(stage, index.site, isWhole ? undefined : listPageFiles(stage, made));
      placePublicFiles(stage);
      // Vercel answers requests itself.
      if (process.env.VERCEL) return;
      await writeOwnIcons(stage, index);
      await writeAddressTable(stage, index, site);
    },
  };
}

async function finishStage(stage: string, site: Site, files: readonly string[] | undefined): Promise<void> {
  try {
    const { pages, finished } = await finishPages(stage, site, files);
    // Hosts with an adapter, and Vercel, take what Next made as it is.
    if (!process.env.VERCEL && !isTakenByAdapter()) await removeFlightData(stage, finished);
    finishEntry(stage, toBasePath(site.url));
    console.info(`
${await formatReport(pages, stage)}
`);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`${reason} Set finishPages: false in site.ts to publish pages as Next makes them.`);
  }
}

function printNotes(index: ContentIndex): void {
  for (const { title, date = '' } of index.scheduled) {
    console.info(`Waiting: "${title}" appears with the first build on or after ${formatDay(date, 'en')}.`);
  }
  const news = countPermalinkNews();
  if (news !== undefined) console.info(news);
  if (index.audience === 'author') console.info('Drafts are included: this is a preview.');
}

/** The log of a host is where many authors see warnings at all, and a thousand of them would bury an error. */
const MAX_WARNINGS = 20;

function describeSite({ site }: BuildFolders): string {
  return existsSync(path.join(site, 'BUILD_ID'))
    ? 'Nothing was published: the site of the last build stays as it is.'
    : 'Nothing was published.';
}

/** Beside the build, where that has a folder of its own. */
function exportFiles(site: string, index: ContentIndex): void {
  const target = process.env.DIST_DIR ? path.resolve(process.env.DIST_DIR, 'out') : path.resolve('out');
  const { files, bytes } = exportSite(site, target, index);
  const size = (bytes / 1024 / 1024).toFixed(1);
  console.info(`\nThe site as files: ${path.relative(process.cwd(), target)}, ${files} files, ${size} MB.`);
  // On Vercel the address table is not made, and neither is there another server.
  if (process.env.VERCEL) return;
  const hidden = [...index.postsBySlug.values()].filter(({ state }) => state === 'unlisted');
  const servers = writeHostFiles(site, target, {
    url: index.site.url,
    redirects: index.redirects,
    unlisted: new Set(hidden.map(({ slug }) => postPath(slug))),
  });
  console.info(`Settings for nginx and Caddy: ${path.relative(process.cwd(), servers)}.`);
}

// React and MDX decide by this which of their two builds they are; compiled posts are kept for each apart.
Object.assign(process.env, { NODE_ENV: 'production' });
console.info(`Content: ${path.relative(process.cwd(), getContentFolder()) || '.'}`);
process.exitCode = await build(process.argv.slice(2));
