import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { replaceFile } from '../cache/replace-file';
import type { PageFacts } from './finished-record';

/**
 * Removes what Next keeps of pages for its own router in the browser, which pages without the runtime do not have: their
 * flight data, whole and in segments, two thirds of the bytes of a page. Next's server goes on serving them: for that it
 * needs the page, an `.rsc` file, which may be empty, and a `.meta` file that names no segments.
 */
export function removeFlightData(distFolder: string, pages: readonly PageFacts[]): void {
  for (const { file, keptFor } of pages) {
    if (keptFor.length === 0 && file.startsWith('server/app/')) removeFrom(path.join(distFolder, file));
  }
}

function removeFrom(page: string): void {
  const base = page.replace(/\.html$/, '');
  for (const ending of ['.prefetch.rsc', '.segments'])
    rmSync(base + ending, { recursive: true, force: true });
  if (existsSync(`${base}.rsc`)) replaceFile(`${base}.rsc`, '');
  if (!existsSync(`${base}.meta`)) return;
  const meta = JSON.parse(readFileSync(`${base}.meta`, 'utf8')) as Record<string, unknown>;
  const { segmentPaths: _, prefetchHints: __, ...rest } = meta;
  replaceFile(`${base}.meta`, JSON.stringify(rest));
}
