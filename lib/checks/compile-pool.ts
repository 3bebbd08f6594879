import path from 'node:path';
import { createProcessCache } from '../cache/process-cache';
import type { CompiledText, Text } from '../markdown/compile/compile';
import { bundleThread, isThreadBundled, type ThreadScript } from '../threads/bundle-thread';
import { countThreads, runInThreads } from '../threads/run-in-threads';

/** What is made of a text: the code of its page, or only what is known about it. */
export type Wanted = 'code' | 'outline';

const MIN_TEXTS = { code: 40, outline: 80 };
const BATCH = 20;

/** Texts in their order as `compileText` or `outlineText` makes them, in as many threads as there are processors. */
export async function compileTexts(texts: readonly Text[], wanted: Wanted): Promise<CompiledText[]> {
  if (texts.length === 0) return [];
  const options = { minJobs: MIN_TEXTS[wanted], batch: BATCH, data: wanted };
  if (countThreads(texts.length, options) < 2 && !(wanted === 'code' && isThreadReady())) {
    const { compileText, outlineText } = await compilers.getOrCreate('here', loadCompiler);
    return Promise.all(texts.map(wanted === 'code' ? compileText : outlineText));
  }
  return runInThreads(await bundleThread(WORKER), texts, options);
}

const compilers = createProcessCache<'here', ReturnType<typeof loadCompiler>>('compiler');

function loadCompiler() {
  return import('../markdown/compile/compile');
}

/** Whether a thread is ready sooner than this process: a bundled one starts before the compiler is loaded. */
function isThreadReady(): boolean {
  return compilers.get('here') === undefined && isThreadBundled(WORKER);
}

/** Prepares the script of its threads: whoever knows early that there will be many texts can call this early. */
export async function bundleWorker(): Promise<void> {
  await bundleThread(WORKER);
}

const WORKER: ThreadScript = {
  // By name: in `next dev` this module is bundled, where an address beside it is that of an asset.
  entry: path.resolve(/* turbopackIgnore: true */ 'lib/checks/compile-worker.ts'),
  // What few texts need, and languages by the hundred.
  external: ['esbuild', '@shikijs/langs/*', 'shiki/wasm', '@viz-js/viz', 'temml'],
};
