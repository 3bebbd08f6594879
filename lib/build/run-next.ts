import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import type { BuildFolders } from './build-folder';
import type { BuildLock } from './lock';

/** A part of `next build`: `compile` runs the bundler, `generate` renders the pages. */
export type NextStep = 'compile' | 'generate' | 'all';

/** Thrown where Next ended with an error, which it has printed. */
export class NextError extends Error {
  override readonly name = 'NextError';
}

interface NextRun {
  /** Settles when Next has ended; rejects with a `NextError` where it failed. */
  readonly done: Promise<void>;
  /** Its process, the leader of its own process group. */
  readonly pid: number | undefined;
  /** Ends it and everything it started. */
  end(): void;
}

/** Lines of Next that the build replaces by its own. */
const NOISE = /^\s*(Route \(app\)|[┌├└│ƒ○●]|\((Static|SSG|Dynamic)\))/;

/** For the processes that Next starts too. Relative: a path with blanks would be several options. */
const LIMIT_HEAP_GROWTH = '--import=./lib/next/limit-heap-growth.mjs';

/** Runs a part of `next build` in the folder that `environment.BUILD_FOLDER` names. */
function runNext(step: NextStep, environment: Readonly<Record<string, string>>): NextRun {
  const next = path.resolve('node_modules/next/dist/bin/next');
  const mode = step === 'all' ? [] : ['--experimental-build-mode', step];
  const child = spawn(process.execPath, [next, 'build', ...mode], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...environment, NODE_OPTIONS: addNodeOption(LIMIT_HEAP_GROWTH) },
    // Its own group: ending it ends the workers it started.
    detached: process.platform !== 'win32',
  });
  let output = '';
  let isStopped = false;
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  const done = new Promise<void>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) return resolve();
      if (!isStopped) process.stderr.write(withoutNoise(output));
      reject(new NextError(`next build ended with ${code ?? 'a signal'}.`));
    });
  });
  const end = () => {
    isStopped = true;
    endAll(child);
  };
  return { done, pid: child.pid, end };
}

function addNodeOption(option: string): string {
  return [process.env.NODE_OPTIONS, option].filter(Boolean).join(' ');
}

function withoutNoise(output: string): string {
  return output
    .split('\n')
    .filter((line) => !NOISE.test(line))
    .join('\n');
}

function endAll(child: ChildProcess): void {
  if (child.exitCode !== null || child.pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL');
  } catch {
    return;
  }
}

export interface NextRunner {
  /** Runs a part of `next build` in the stage. Throws a `NextError` where Next fails. */
  run(step: NextStep, environment?: Readonly<Record<string, string>>): Promise<void>;
  /** Ends what is running, and settles when it has ended. */
  end(): Promise<void>;
}

/** Runs Next for one build, under the build's lock. */
export function createNextRunner({ stage }: BuildFolders, lock: BuildLock): NextRunner {
  let current: NextRun | undefined;
  return {
    async run(step, environment = {}) {
      current = runNext(step, {
        ...environment,
        NEXT_TELEMETRY_DISABLED: '1',
        BUILD_FOLDER: path.relative(process.cwd(), stage),
      });
      lock.recordNext(current.pid);
      await current.done;
      lock.recordNext(undefined);
    },
    async end() {
      current?.end();
      await current?.done.catch(() => undefined);
    },
  };
}
