import { statfsSync } from 'node:fs';

/** Less than the smallest build writes, in bytes. */
const TOO_LITTLE = 10 * 2 ** 20;

/** Whether so little space is left for a folder that a build failed for that: Next says so in the middle of a trace. */
export function isDiskFull(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize < TOO_LITTLE;
  } catch {
    return false;
  }
}
