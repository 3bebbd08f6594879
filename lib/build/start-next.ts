import { rmSync } from 'node:fs';
import type { BuildFolders } from './build-folder';
import { type BuildState, readState } from './build-state';
import { toListFile } from './generate';
import type { NextStep } from './run-next';
import { emptyStage, fillStage, findLastBuild } from './stage';

/** Next, running before the plan is known. */
export interface StartedNext {
  readonly step: NextStep;
  /** Settles when it has ended. */
  readonly done: Promise<void>;
  /** Of `generate`: the build that the stage has a copy of. */
  readonly last?: { readonly folder: string; readonly state: BuildState };
}

export interface StartOptions {
  readonly folders: BuildFolders;
  readonly compileKey: string;
  /** Changes with the redirects of the site. */
  readonly redirectsKey: string;
  /** Starts from nothing. */
  readonly isFull: boolean;
  /** Compiles and generates everything in one run of Next, whose result an adapter of a host deploys. */
  readonly isAtOnce?: boolean;
}

type RunNext = (step: NextStep, environment?: Readonly<Record<string, string>>) => Promise<void>;

/**
 * Starts the part of Next that a build is going to need, so that it is ready when the content has been checked: the bundler
 * where something that is compiled in has changed since the last build, otherwise the generator, which waits for the list of
 * what to generate. Undefined on hosts whose published folder is the one that Next builds in: there the plan comes first.
 */
export function startNext(options: StartOptions, runNext: RunNext): StartedNext | undefined {
  const { folders, compileKey, isFull, isAtOnce } = options;
  const found = isFull || isAtOnce ? undefined : findLastBuild(folders);
  const state = found === undefined ? undefined : readState(found);
  if (state?.compileKey !== compileKey) {
    emptyStage(folders);
    const step = isAtOnce ? 'all' : 'compile';
    return { step, done: watch(runNext(step)) };
  }
  if (folders.stage === folders.site) return undefined;
  const folder = fillStage(folders);
  const list = toListFile(folders);
  rmSync(list, { force: true });
  const environment = { GENERATE_LIST: list, GENERATE_FOR: String(process.pid) };
  return { step: 'generate', done: watch(runNext('generate', environment)), last: { folder, state } };
}

/** A failure is reported where it is awaited. */
function watch(done: Promise<void>): Promise<void> {
  done.catch(() => undefined);
  return done;
}
