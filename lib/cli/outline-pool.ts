import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { type CompiledText, outlineText, type Text } from '../markdown/compile';

/** Fewer texts than these are done sooner than another thread has started. */
const WORTH_A_THREAD = 80;
/** A thread is given this many texts at once, so that all of them end at about the same time. */
const BATCH = 20;

/** Outlines of texts in their order, made by as many threads as there are processors. */
export async function outlineTexts(texts: readonly Text[]): Promise<CompiledText[]> {
  const threads = Math.min(availableParallelism(), Math.floor(texts.length / WORTH_A_THREAD));
  if (threads < 2) return Promise.all(texts.map(outlineText));
  const results: CompiledText[] = [];
  let next = 0;
  const take = () => {
    const start = next;
    next += BATCH;
    return { start, texts: texts.slice(start, start + BATCH) };
  };
  await Promise.all(Array.from({ length: threads }, () => runThread(take, results)));
  return results;
}

/** A thread of its own does not inherit from tsx what makes it read TypeScript. */
const START = `
  import('tsx/esm/api').then(({ register }) => {
    register();
    return import(require('node:worker_threads').workerData);
  });
`;

interface Batch {
  readonly start: number;
  readonly texts: readonly Text[];
}

function runThread(take: () => Batch, results: CompiledText[]): Promise<void> {
  const worker = new Worker(START, {
    eval: true,
    workerData: new URL('./outline-worker.ts', import.meta.url).href,
    // Parsing makes many short-lived objects: room for them halves the time that collecting them takes.
    resourceLimits: { maxYoungGenerationSizeMb: 96 },
  });
  return new Promise((resolve, reject) => {
    let batch = take();
    const go = () => {
      if (batch.texts.length > 0) worker.postMessage(batch.texts);
      else void worker.terminate().then(() => resolve());
    };
    worker.on('message', (outlines: CompiledText[]) => {
      for (const [index, outline] of outlines.entries()) results[batch.start + index] = outline;
      batch = take();
      go();
    });
    worker.on('error', reject);
    go();
  });
}
