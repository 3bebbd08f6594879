import { fileURLToPath } from 'node:url';
import type { CompiledText, Text } from '../markdown/compile/compile';
import { bundleThread } from '../threads/bundle-thread';
import { countThreads, runInThreads } from '../threads/run-in-threads';

/** What is made of a text: the code of its page, or only what is known about it. */
export type Wanted = 'code' | 'outline';

const MIN_TEXTS = { code: 40, outline: 80 };
const BATCH = 20;

/** Texts in their order as `compileText` or `outlineText` makes them, in as many threads as there are processors. */
export async function compileTexts(texts: readonly Text[], wanted: Wanted): Promise<CompiledText[]> {
  const options = { minJobs: MIN_TEXTS[wanted], batch: BATCH, data: wanted };
  if (countThreads(texts.length, options) < 2) {
    const { compileText, outlineText } = await import('../markdown/compile/compile');
    return Promise.all(texts.map(wanted === 'code' ? compileText : outlineText));
  }
  return runInThreads(await bundleWorker(), texts, options);
}

/** The script of its threads: whoever knows early that there will be many texts can call this early. */
export function bundleWorker(): Promise<string> {
  return bundleThread(fileURLToPath(new URL('./compile-worker.ts', import.meta.url)), LOADED_WHEN_NEEDED);
}

/** Packages that few texts need, and languages by the hundred. */
const LOADED_WHEN_NEEDED = ['@shikijs/langs/*', 'shiki/wasm', '@viz-js/viz', 'temml'];
