import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Site } from '../site/site';
import { readClientModules } from './client-modules';
import { toCspSources } from './csp-sources';
import { finishPage, type Tools } from './finish-page';
import { createAssetReader } from './read-asset';
import { listPages, type RenderedFile } from './rendered-files';

/** Pages that stand in for the site when the server fails: Next's own, with its runtime. */
const FRAMEWORK_PAGES = ['_global-error', '500'];
const FRAMEWORK_REASON = "Next's own error page";

export interface PublishedPage {
  /** Path of the file below its output folder, without the ending: `posts/hello`. */
  readonly name: string;
  readonly file: string;
  /** Bytes of the file, uncompressed. */
  readonly bytes: number;
  /** Source paths of the client components for which the page keeps the runtime. */
  readonly keptFor: readonly string[];
}

/** Beside each page until all of them are understood, so that a build of any size fits in memory. */
const FINISHED = '.finished';

/**
 * Finishes the pages that `next build` left in `distFolder`, and the copies that Vercel's adapter made of them
 * meanwhile: removes the runtime where no client component needs it, writes the style sheet into the page, asks for its faces of
 * type at once and adds the Content-Security-Policy. Throws, naming the page, on anything it does not recognise, and
 * then changes none; twice is the same as once.
 */
export function publishPages(distFolder: string, site: Site): PublishedPage[] {
  const tools: Tools = {
    modules: readClientModules(distFolder),
    readAsset: createAssetReader(distFolder),
    sources: toCspSources(site),
  };
  const pages: PublishedPage[] = [];
  try {
    for (const page of listPages(distFolder)) pages.push(writeFinished(page, tools));
  } catch (error) {
    for (const { file } of pages) rmSync(file + FINISHED);
    throw error;
  }
  for (const { file } of pages) renameSync(file + FINISHED, file);
  return pages;
}

function writeFinished({ name, file }: RenderedFile, tools: Tools): PublishedPage {
  try {
    const known = FRAMEWORK_PAGES.includes(path.basename(name)) ? [FRAMEWORK_REASON] : [];
    const { html, keptFor } = finishPage(readFileSync(file, 'utf8'), tools, known);
    writeFileSync(file + FINISHED, html);
    return { name, file, keptFor, bytes: Buffer.byteLength(html) };
  } catch (error) {
    throw new Error(`The page ${name} holds ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}
