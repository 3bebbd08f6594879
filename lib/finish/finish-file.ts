import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { finishPage, type Tools } from './finish-page';
import type { PageFacts } from './finished-record';

/** A page of a build, before it is finished. */
export interface PageJob {
  /** Absolute path. */
  readonly path: string;
  /** The path below the build folder, with forward slashes. */
  readonly file: string;
  readonly name: string;
  /** SHA-256 of the file as an earlier run finished it. */
  readonly finishedHash: string | undefined;
}

export type FinishedFacts = PageFacts & { readonly csp: string };

/** Ending of a finished page until it replaces the page, so that a build of any size fits in memory. */
export const FINISHED = '.finished';

/** Pages that are served when the server fails: Next's own, with its runtime. */
const FRAMEWORK_PAGES = ['_global-error', '500'];
const FRAMEWORK_REASON = "Next's own error page";

/**
 * Finishes a page and writes the result beside it (`FINISHED`). Undefined, and nothing is written, where the page is finished
 * already. Throws, naming the page, on anything that is not recognised.
 */
export function finishFile(job: PageJob, tools: Tools): FinishedFacts | undefined {
  const { name, file, finishedHash } = job;
  const bytes = readFileSync(job.path);
  if (finishedHash !== undefined && toHash(bytes) === finishedHash) return undefined;
  const { html, ...facts } = finish(name, bytes.toString('utf8'), tools);
  const finished = Buffer.from(html);
  writeFileSync(job.path + FINISHED, finished);
  return { name, file, hash: toHash(finished), bytes: finished.length, ...facts };
}

function finish(name: string, html: string, tools: Tools) {
  try {
    return finishPage(html, tools, FRAMEWORK_PAGES.includes(path.basename(name)) ? [FRAMEWORK_REASON] : []);
  } catch (error) {
    throw new Error(`The page ${name} contains ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

function toHash(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
