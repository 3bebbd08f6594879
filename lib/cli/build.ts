import { spawn } from 'node:child_process';
import path from 'node:path';
import { dropPreviousBuild, keepPreviousBuild, restorePreviousBuild } from '../build/previous-build';
import { pruneCache } from '../cache/cache-folder';
import { checkContent } from '../checks/check-content';
import { checkSite } from '../checks/check-site';
import type { ContentIndex } from '../content/content-index';
import { getAudience, getContent, getContentFolder, getToday, loadContent } from '../content/posts';
import { sortProblems } from '../content/problems';
import { formatDay } from '../dates';
import { exportSite } from '../finish/export/export-site';
import { finishPages } from '../finish/finish-pages';
import { finishEntry } from '../finish/on-request/finish-entry';
import { formatReport } from '../finish/report';
import { listVariants } from '../markdown/media/media-list';
import { getSearchIndex } from '../search/build/search-index';
import { countPermalinkNews } from './permalink-news';
import { printProblems } from './print-problems';

/** `npm run build`: checks the content, builds the site, and leaves the last good build alone where either fails. */
async function build(): Promise<number> {
  const index = loadContent(getAudience());
  // One day for the whole build, in every process of it, also across midnight.
  process.env.TODAY = getToday(index.site.timeZone);
  const problems = sortProblems([...(await checkContent(index)), ...(await checkSite(index))]);
  printProblems(problems);
  if (problems.some(({ severity }) => severity === 'error')) {
    console.error('Nothing was built. Mend the errors above and build again.');
    return 1;
  }
  for (const { title, date = '' } of index.scheduled) {
    console.info(`Waiting: "${title}" appears with the first build on or after ${formatDay(date, 'en')}.`);
  }
  const folder = path.resolve(process.env.DIST_DIR || '.next');
  const news = countPermalinkNews();
  if (news !== undefined) console.info(news);
  if (index.audience === 'author') console.info('Drafts are included: this is a preview.');
  // Once, here: the processes of the build read it from the disk.
  await getSearchIndex(getContent());
  await makeVariants();
  keepPreviousBuild(folder);
  const isBuilt = (await runNextBuild()) === 0 && (await finish(folder, index));
  if (isBuilt) pruneCache();
  if (isBuilt) dropPreviousBuild(folder);
  else restorePreviousBuild(folder);
  return isBuilt ? 0 : 1;
}

async function makeVariants(): Promise<void> {
  const before = Date.now();
  const { size } = await listVariants(getContent());
  const seconds = ((Date.now() - before) / 1000).toFixed(1);
  if (size > 0) console.info(`Images: ${size} smaller forms of them, ready in ${seconds} s.`);
}

const AS_NEXT = 'Set finishPages: false in site.ts to publish pages as Next makes them.';

/** Whether the pages could be finished and, where the settings ask for it, written as files. */
async function finish(folder: string, index: ContentIndex): Promise<boolean> {
  const { site } = index;
  const report = async () => {
    const { pages } = await finishPages(folder, site);
    console.info(`\n${formatReport(pages, folder)}`);
    finishEntry(folder);
  };
  return (
    (!site.finishPages || (await isDone(report, AS_NEXT))) &&
    (site.output !== 'export' || (await isDone(() => exportFiles(folder, index))))
  );
}

async function isDone(step: () => void | Promise<void>, remedy = ''): Promise<boolean> {
  try {
    await step();
    return true;
  } catch (error) {
    console.error(`\n${error instanceof Error ? error.message : String(error)}`);
    console.error(`Nothing was published. ${remedy}`.trim());
    return false;
  }
}

/** Beside the build, where that has a folder of its own. */
function exportFiles(folder: string, index: ContentIndex): void {
  const target = process.env.DIST_DIR ? path.join(folder, 'out') : path.resolve('out');
  const { files, bytes } = exportSite(folder, target, index);
  const size = (bytes / 1024 / 1024).toFixed(1);
  console.info(`\nThe site as files: ${path.relative(process.cwd(), target)}, ${files} files, ${size} MB.`);
}

function runNextBuild(): Promise<number> {
  const next = path.resolve('node_modules/next/dist/bin/next');
  const child = spawn(process.execPath, [next, 'build'], { stdio: 'inherit' });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

// React and MDX decide by this which of their two builds they are; compiled posts are kept for each apart.
Object.assign(process.env, { NODE_ENV: 'production' });
console.info(`Content: ${path.relative(process.cwd(), getContentFolder()) || '.'}`);
process.exitCode = await build();
