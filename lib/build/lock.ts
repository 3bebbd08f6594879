import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { replaceFile } from '../cache/replace-file';
import { isRunning } from '../next/is-running';

interface Holder {
  readonly pid: number;
  /** Process of Next, once it runs; the leader of its own process group. */
  readonly next?: number;
  readonly since: string;
}

export interface BuildLock {
  /** Records the process group of Next, so that the next build can end what a killed one left running. */
  recordNext(pid: number | undefined): void;
  release(): void;
}

/** Milliseconds between two checks of the lock of another build. */
const PAUSE = 250;

/**
 * Lets one build at a time work in a folder. Waits for another one that is running, and reports that once through `notify`;
 * ends what a killed build left running.
 */
export async function lockBuild(root: string, notify: (line: string) => void): Promise<BuildLock> {
  const file = path.join(root, 'build.lock');
  mkdirSync(root, { recursive: true });
  for (let isFirst = true; !take(file); isFirst = false) {
    const holder = readHolder(file);
    if (holder && isRunning(holder.pid)) {
      if (isFirst) {
        notify(
          `Process ${holder.pid} has been building ${path.basename(root)} since ${holder.since}. Waiting for it …`,
        );
      }
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
      continue;
    }
    if (holder?.next !== undefined) endGroup(holder.next);
    removeStale(file);
  }
  return {
    recordNext: (next) => replaceFile(file, toText(next)),
    release: () => rmSync(file, { force: true }),
  };
}

/** Never empty, not even for a moment: another build would take it for that of one that was killed. */
function take(file: string): boolean {
  const beside = `${file}.${process.pid}.new`;
  try {
    writeFileSync(beside, toText());
    linkSync(beside, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(beside, { force: true });
  }
}

function toText(next?: number): string {
  const since = new Date().toISOString();
  return JSON.stringify({ pid: process.pid, since, ...(next !== undefined && { next }) });
}

function readHolder(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}

/** Another waiting build may have taken the lock meanwhile: then it is restored. */
function removeStale(file: string): void {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
    const holder = readHolder(aside);
    if (holder && isRunning(holder.pid)) linkSync(aside, file);
  } catch {
    // Another build removed it first.
  }
  rmSync(aside, { force: true });
}

/** Ends a process group, if it still exists. */
function endGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    return;
  }
}
