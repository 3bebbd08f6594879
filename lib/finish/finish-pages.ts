import { renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Site } from '../site/site';
import { bundleThread } from '../threads/bundle-thread';
import { countThreads, runInThreads } from '../threads/run-in-threads';
import { toBasePath } from '../urls';
import { readClientModules } from './client-modules';
import { toCspSources } from './csp-sources';
import { FINISHED, type FinishedFacts, finishFile, type PageJob } from './finish-file';
import { createTools, type ToolsData } from './finish-tools';
import { type PageFacts, readFinishedRecord, writeFinishedRecord } from './finished-record';
import { listPages, toRenderedFile } from './rendered-files';

export interface FinishedPages {
  /** Every page of the build, those of earlier runs included. */
  readonly pages: readonly PageFacts[];
  /** The pages that this run finished, with the policy of each. */
  readonly finished: readonly FinishedFacts[];
}

/** A page takes 2 ms, a thread some 150 to start. */
const THREADS = { minJobs: 100, batch: 20 };

/**
 * Finishes pages of the build in `distFolder`: removes the runtime where no client component needs it, writes the style
 * sheet into the page, preloads its fonts and adds the Content-Security-Policy. `files` are the pages that were just
 * rendered, as paths below `distFolder` (`server/app/posts/hello.html`); without it, all pages, and the copies of them
 * that Vercel's adapter made. A page that an earlier run finished is left as it is. Throws, naming the page, on anything
 * that is not recognised, and then changes no page.
 */
export async function finishPages(
  distFolder: string,
  site: Site,
  files?: readonly string[],
): Promise<FinishedPages> {
  const known = readFinishedRecord(distFolder);
  const listed = files?.map((file) => toRenderedFile(distFolder, file)) ?? listPages(distFolder);
  const jobs = listed.map(({ name, file }): PageJob => {
    const below = path.relative(distFolder, file).split(path.sep).join('/');
    return { path: file, file: below, name, finishedHash: known.get(below)?.hash };
  });
  const data = {
    distFolder,
    modules: readClientModules(distFolder),
    sources: toCspSources(site),
    base: toBasePath(site.url),
  };
  const finished = await finishFiles(jobs, data);
  for (const { csp: _, ...facts } of finished) known.set(facts.file, facts);
  // Before the pages are replaced: a run that is interrupted here can be repeated.
  const pages = writeFinishedRecord(distFolder, known.values());
  for (const { file } of finished) {
    renameSync(path.join(distFolder, file + FINISHED), path.join(distFolder, file));
  }
  return { pages, finished };
}

async function finishFiles(jobs: readonly PageJob[], data: ToolsData): Promise<FinishedFacts[]> {
  try {
    const facts =
      countThreads(jobs.length, THREADS) < 2
        ? finishHere(jobs, data)
        : await runInThreads<PageJob, FinishedFacts | undefined>(
            await bundleThread({ entry: WORKER }),
            jobs,
            {
              ...THREADS,
              data,
            },
          );
    return facts.filter((fact) => fact !== undefined);
  } catch (error) {
    for (const job of jobs) rmSync(job.path + FINISHED, { force: true });
    throw error;
  }
}

function finishHere(jobs: readonly PageJob[], data: ToolsData): (FinishedFacts | undefined)[] {
  const tools = createTools(data);
  return jobs.map((job) => finishFile(job, tools));
}

const WORKER = fileURLToPath(new URL('./finish-worker.ts', import.meta.url));
