import { accessSync, constants, existsSync, statfsSync } from 'node:fs';
import path from 'node:path';
import type { Diagnosis } from './diagnosis';

/** A build of 1,000 posts takes 350 MB, and stands beside the last one while it is made. Bytes. */
const ENOUGH = 1024 ** 3;
const TOO_LITTLE = 200 * 1024 ** 2;

/** Whether builds can be written to `folder`, which may not exist yet. `free` are bytes; absent, the system is asked. */
export function checkDisk(folder: string, free?: number): Diagnosis {
  const subject = 'Disk';
  const existing = findExisting(folder);
  const shown = path.relative('', folder) || '.';
  try {
    accessSync(existing, constants.W_OK);
  } catch {
    return {
      subject,
      state: 'error',
      message: `Builds cannot be written to ${shown}.`,
      remedy: 'Name another folder with DIST_DIR, or change the permissions of this one.',
    };
  }
  const { bavail, bsize } = statfsSync(existing);
  const bytes = free ?? bavail * bsize;
  const message = `${formatBytes(bytes)} are free for builds in ${shown}`;
  if (bytes >= ENOUGH) return { subject, state: 'ok', message };
  const state = bytes < TOO_LITTLE ? 'error' : 'warning';
  return {
    subject,
    state,
    message: `Only ${message}.`,
    remedy: 'Free some space: a build of 1,000 posts takes 350 MB.',
  };
}

function findExisting(folder: string): string {
  return existsSync(folder) ? folder : findExisting(path.dirname(folder));
}

function formatBytes(bytes: number): string {
  const megabytes = bytes / 1024 ** 2;
  return megabytes < 1024 ? `${Math.floor(megabytes)} MB` : `${(megabytes / 1024).toFixed(1)} GB`;
}
