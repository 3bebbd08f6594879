import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';

export interface ThreadOptions {
  /** Fewer jobs than these for each thread are done sooner than a thread has started. */
  readonly minJobs: number;
  /** A thread is given this many jobs at once, so that all of them end at about the same time. */
  readonly batch: number;
  /** Given to each thread once, when it starts. */
  readonly data?: unknown;
}

/** In how many threads so many jobs are done soonest; with fewer than two, this one does them. */
export function countThreads(jobs: number, { minJobs }: ThreadOptions): number {
  return Math.min(availableParallelism(), Math.floor(jobs / minJobs));
}

/**
 * The results of jobs in their order, made by threads that run `script` (`bundleThread`, `answerJobs`). Throws what a job
 * throws, and then ends all threads.
 */
export async function runInThreads<Job, Result>(
  script: string,
  jobs: readonly Job[],
  options: ThreadOptions,
): Promise<Result[]> {
  const results: Result[] = [];
  let next = 0;
  const take = (): Batch<Job> => {
    const start = next;
    next += options.batch;
    return { start, jobs: jobs.slice(start, next) };
  };
  const threads = Array.from({ length: Math.max(1, countThreads(jobs.length, options)) }, () =>
    startThread(script, options.data),
  );
  try {
    await Promise.all(threads.map((thread) => feedThread(thread, take, results)));
  } finally {
    await Promise.all(threads.map((thread) => thread.terminate()));
  }
  return results;
}

interface Batch<Job> {
  readonly start: number;
  readonly jobs: readonly Job[];
}

function startThread(script: string, data: unknown): Worker {
  return new Worker(script, {
    eval: true,
    workerData: data,
    // Without the options of this process, which start tsx.
    execArgv: [],
    // Parsing makes many short-lived objects: room for them halves the time that collecting them takes.
    resourceLimits: { maxYoungGenerationSizeMb: 96 },
  });
}

function feedThread<Job, Result>(thread: Worker, take: () => Batch<Job>, results: Result[]): Promise<void> {
  return new Promise((resolve, reject) => {
    let batch = take();
    const give = () => {
      if (batch.jobs.length > 0) thread.postMessage(batch.jobs);
      else resolve();
    };
    thread.on('message', (made: Result[]) => {
      for (const [index, result] of made.entries()) results[batch.start + index] = result;
      batch = take();
      give();
    });
    thread.on('error', reject);
    // Without an error before it: the system ended it.
    thread.on('exit', (code) => reject(new Error(`A thread ended with ${code} before its work was done.`)));
    give();
  });
}
