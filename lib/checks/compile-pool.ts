import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import { createProcessCache } from '../cache/process-cache';
import type { CompiledText, Text } from '../markdown/compile/compile';

/** What is made of a text: the code of its page, or only what is known about it. */
export type Wanted = 'code' | 'outline';

/** Fewer texts than these are done sooner than another thread has started. */
const MIN_TEXTS = { code: 40, outline: 80 };
/** A thread is given this many texts at once, so that all of them end at about the same time. */
const BATCH = 20;

/** Texts in their order as `compileText` or `outlineText` makes them, in as many threads as there are processors. */
export async function compileTexts(texts: readonly Text[], wanted: Wanted): Promise<CompiledText[]> {
  const threads = Math.min(availableParallelism(), Math.floor(texts.length / MIN_TEXTS[wanted]));
  if (threads < 2) {
    const { compileText, outlineText } = await import('../markdown/compile/compile');
    return Promise.all(texts.map(wanted === 'code' ? compileText : outlineText));
  }
  const script = await bundleWorker();
  const results: CompiledText[] = [];
  let next = 0;
  const take = () => {
    const start = next;
    next += BATCH;
    return { start, texts: texts.slice(start, start + BATCH), wanted };
  };
  await Promise.all(Array.from({ length: threads }, () => runThread(script, take, results)));
  return results;
}

/**
 * The script of a thread, bundled from its sources by another process: whoever knows early that there will be many
 * texts can call this early. One file of plain JavaScript starts in a tenth of the time that tsx and 500 files take.
 */
export function bundleWorker(): Promise<string> {
  return scripts.getOrCreate('compile', bundle);
}

const scripts = createProcessCache<'compile', Promise<string>>('scripts of threads');

async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('./compile-worker.ts', import.meta.url))],
    bundle: true,
    platform: 'node',
    // A thread that is given code as text runs it in the global scope, where a `document` passes for a browser's.
    format: 'iife',
    target: 'node20',
    external: LOADED_WHEN_NEEDED,
    write: false,
  });
  return outputFiles.map(({ text }) => text).join('');
}

/** Packages that few texts need, and languages by the hundred. */
const LOADED_WHEN_NEEDED = ['@shikijs/langs/*', 'shiki/wasm', '@viz-js/viz', 'temml'];

interface Batch {
  readonly start: number;
  readonly texts: readonly Text[];
  readonly wanted: Wanted;
}

function runThread(script: string, take: () => Batch, results: CompiledText[]): Promise<void> {
  const worker = new Worker(script, {
    eval: true,
    // Without the options of this process, which start tsx.
    execArgv: [],
    // Parsing makes many short-lived objects: room for them halves the time that collecting them takes.
    resourceLimits: { maxYoungGenerationSizeMb: 96 },
  });
  return new Promise((resolve, reject) => {
    let batch = take();
    const go = () => {
      if (batch.texts.length > 0) worker.postMessage(batch);
      else void worker.terminate().then(() => resolve());
    };
    worker.on('message', (made: CompiledText[]) => {
      for (const [index, text] of made.entries()) results[batch.start + index] = text;
      batch = take();
      go();
    });
    worker.on('error', reject);
    go();
  });
}
