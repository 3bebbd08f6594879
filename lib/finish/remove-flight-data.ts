import { existsSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { replaceFile } from '../cache/replace-file';
import type { PageFacts } from './finished-record';

/**
 * Removes what Next keeps of pages for its own router in the browser, which pages without the runtime do not have: their
 * flight data, whole and in segments, two thirds of the bytes of a page. Next's server goes on serving them: for that it
 * needs the page, an `.rsc` file, which may be empty, and a `.meta` file that names no segments.
 */
export async function removeFlightData(distFolder: string, pages: readonly PageFacts[]): Promise<void> {
  const files = pages.filter(({ file, keptFor }) => keptFor.length === 0 && file.startsWith('server/app/'));
  await Promise.all(files.map(({ file }) => removeFrom(path.join(distFolder, file))));
}

async function removeFrom(page: string): Promise<void> {
  const base = page.replace(/\.html$/, '');
  const endings = ['.prefetch.rsc', '.segments'];
  await Promise.all(endings.map((ending) => rm(base + ending, { recursive: true, force: true })));
  if (existsSync(`${base}.rsc`)) replaceFile(`${base}.rsc`, '');
  if (!existsSync(`${base}.meta`)) return;
  const meta = JSON.parse(readFileSync(`${base}.meta`, 'utf8')) as Record<string, unknown>;
  const { segmentPaths: _, prefetchHints: __, ...rest } = meta;
  replaceFile(`${base}.meta`, JSON.stringify(rest));
}
