import { parentPort, workerData } from 'node:worker_threads';

/**
 * Makes this the script of a thread of `runInThreads`. `start` is called once, with the data of all threads; what it gives
 * makes the result of each job.
 */
export function answerJobs<Data, Job, Result>(
  start: (data: Data) => (job: Job) => Result | Promise<Result>,
): void {
  const work = start(workerData as Data);
  parentPort?.on('message', async (jobs: readonly Job[]) => {
    const results: Result[] = [];
    for (const job of jobs) results.push(await work(job));
    parentPort?.postMessage(results);
  });
}
