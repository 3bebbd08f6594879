import { createHash } from 'node:crypto';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Site } from '../site/site';
import { readClientModules } from './client-modules';
import { toCspSources } from './csp-sources';
import { finishPage, type Tools } from './finish-page';
import { type PageFacts, readFinishedRecord, writeFinishedRecord } from './finished-record';
import { createAssetReader } from './read-asset';
import { listPages, type RenderedFile, toRenderedFile } from './rendered-files';

/** Pages that are served when the server fails: Next's own, with its runtime. */
const FRAMEWORK_PAGES = ['_global-error', '500'];
const FRAMEWORK_REASON = "Next's own error page";

/** Beside each page until all pages are finished, so that a build of any size fits in memory. */
const FINISHED = '.finished';

export interface FinishedPages {
  /** Every page of the build, those of earlier runs included. */
  readonly pages: readonly PageFacts[];
  /** The pages that this run finished, with the policy of each. */
  readonly finished: readonly (PageFacts & { readonly csp: string })[];
}

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
  const tools: Tools = {
    modules: readClientModules(distFolder),
    readAsset: createAssetReader(distFolder),
    sources: toCspSources(site),
  };
  const known = readFinishedRecord(distFolder);
  const listed = files?.map((file) => toRenderedFile(distFolder, file)) ?? listPages(distFolder);
  const finished: (PageFacts & { csp: string })[] = [];
  try {
    for (const page of listed) {
      const html = readFileSync(page.file, 'utf8');
      const file = path.relative(distFolder, page.file).split(path.sep).join('/');
      if (known.get(file)?.hash === toHash(html)) continue;
      finished.push({ ...writeFinished(page, html, tools), file });
    }
  } catch (error) {
    for (const { file } of finished) rmSync(path.join(distFolder, file + FINISHED));
    throw error;
  }
  for (const { csp: _, ...facts } of finished) known.set(facts.file, facts);
  // Before the pages take their places: a run that is interrupted here is right when it is repeated.
  const pages = writeFinishedRecord(distFolder, known.values());
  for (const { file } of finished) {
    renameSync(path.join(distFolder, file + FINISHED), path.join(distFolder, file));
  }
  return { pages, finished };
}

function writeFinished({ name, file }: RenderedFile, html: string, tools: Tools) {
  try {
    const known = FRAMEWORK_PAGES.includes(path.basename(name)) ? [FRAMEWORK_REASON] : [];
    const { html: finished, ...facts } = finishPage(html, tools, known);
    writeFileSync(file + FINISHED, finished);
    return { name, hash: toHash(finished), bytes: Buffer.byteLength(finished), ...facts };
  } catch (error) {
    throw new Error(`The page ${name} contains ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

function toHash(html: string): string {
  return createHash('sha256').update(html, 'utf8').digest('hex');
}
