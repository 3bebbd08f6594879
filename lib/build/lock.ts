import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

interface Holder {
  readonly pid: number;
  /** Process that Next runs in, once there is one; it leads a group of its own. */
  readonly next?: number;
  readonly since: string;
}

export interface BuildLock {
  /** Remembers the process group of Next, so that whoever finds the lock of a killed build can end what is left of it. */
  holdNext(pid: number | undefined): void;
  release(): void;
}

/** Milliseconds between two looks at the lock of another build. */
const PAUSE = 250;

/**
 * Lets one build at a time work in a folder. Waits for another one that is running, and says so once through `notify`;
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
    holdNext: (next) => write(file, next, 'w'),
    release: () => rmSync(file, { force: true }),
  };
}

function take(file: string): boolean {
  try {
    write(file, undefined, 'wx');
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function write(file: string, next: number | undefined, flag: 'w' | 'wx'): void {
  const since = new Date().toISOString();
  writeFileSync(file, JSON.stringify({ pid: process.pid, since, ...(next !== undefined && { next }) }), {
    flag,
  });
}

function readHolder(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}

/** Another build that waits may have taken the place meanwhile: its lock is given back. */
function removeStale(file: string): void {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
    const holder = readHolder(aside);
    if (holder && isRunning(holder.pid)) linkSync(aside, file);
  } catch {
    // Somebody else was quicker.
  }
  rmSync(aside, { force: true });
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Process groups that lost their leader's parent; one that is gone is as good as ended. */
function endGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    return;
  }
}
