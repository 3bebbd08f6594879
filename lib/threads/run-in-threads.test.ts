import path from 'node:path';
import { expect, test } from 'playwright/test';
import { bundleThread, isThreadBundled } from './bundle-thread';
import { countThreads, runInThreads } from './run-in-threads';

const WORKER = { entry: path.resolve('lib/threads/fixtures/double.ts') };
const OPTIONS = { minJobs: 1, batch: 3, data: { factor: 2 } };

test('gives each result in the place of its job', async () => {
  const jobs = Array.from({ length: 100 }, (_, index) => index);
  expect(await runInThreads(await bundleThread(WORKER), jobs, OPTIONS)).toEqual(jobs.map((job) => job * 2));
  expect(await runInThreads(await bundleThread(WORKER), [], OPTIONS)).toEqual([]);
});

test('throws what a job throws, and what ends a thread', async () => {
  const script = await bundleThread(WORKER);
  await expect(runInThreads(script, [1, 2, -1, 4], OPTIONS)).rejects.toThrow('-1 cannot be doubled.');
  await expect(runInThreads('process.exit(3)', [1, 2], OPTIONS)).rejects.toThrow('A thread ended with 3');
});

test('the code of a thread stays on the disk for the next run', async () => {
  await bundleThread(WORKER);
  expect(isThreadBundled(WORKER)).toBe(true);
  expect(isThreadBundled({ ...WORKER, external: ['another'] })).toBe(false);
});

test('starts no thread for a few jobs', () => {
  expect(countThreads(19, { minJobs: 20, batch: 5 })).toBe(0);
  expect(countThreads(1_000_000, { minJobs: 20, batch: 5 })).toBeGreaterThan(0);
});
