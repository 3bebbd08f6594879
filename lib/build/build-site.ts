import type { ContentIndex } from '../content/content-index';
import type { BuildFolders } from './build-folder';
import { type BuildState, readState, toSiteId, writeState } from './build-state';
import { generate } from './generate';
import { type BuildPlan, type PlannedOutput, planBuild } from './plan';
import type { NextStep } from './run-next';
import { findDifferences } from './self-check';
import { dropStage, fillStage, findLastBuild, keepStage } from './stage';
import { type StartedNext, type StartOptions, startNext } from './start-next';
import { swapSite } from './swap';

/** What a build needs of the rest of the engine. */
export interface BuildSteps {
  /** Every output of the site with its digest. */
  listOutputs(index: ContentIndex): Promise<PlannedOutput[]>;
  /** Runs a part of `next build`. */
  runNext(step: NextStep, environment?: Readonly<Record<string, string>>): Promise<void>;
  /** Ends what runs of it. */
  endNext(): Promise<void>;
  /** Finishes the pages that were generated, or all. */
  finish(stage: string, made: readonly PlannedOutput[], isWhole: boolean): Promise<void>;
  /** Prints what a stage did, in one line. */
  notify(stage: string, what: string, milliseconds: number): void;
}

export interface BuildOptions extends StartOptions {
  /** What `startNext` has started. */
  readonly started?: StartedNext;
}

/**
 * Builds the site of an index: plans, compiles where the engine changed, generates and finishes what is new, and replaces
 * the published site by the result. Throws where a stage fails, and then leaves the published site as it is.
 */
export async function buildSite(
  index: ContentIndex,
  options: BuildOptions,
  steps: BuildSteps,
): Promise<BuildPlan> {
  const { folders, compileKey, started } = options;
  const isFull = options.isFull || options.isAtOnce === true;
  const timed = createTimer(steps);
  const plan = await timed('plan', async () => {
    const outputs = await steps.listOutputs(index);
    const lastState = started?.last?.state ?? readLastState(folders);
    const plan = planBuild(outputs, compileKey, isFull ? undefined : lastState);
    return { result: plan, what: describePlan(plan) };
  });
  const state = toState(plan, options.redirectsKey);
  if (!isFull && isPublished(state, folders.site)) {
    if (started) await cancelNext(folders, steps);
    return plan;
  }
  if (plan.isWhole) {
    await timed('compile', async () => {
      await (started ?? startNext({ ...options, isFull: true }, steps.runNext))?.done;
      return { result: undefined, what: 'the engine and the components of posts' };
    });
  }
  const last = plan.isWhole ? undefined : (started?.last?.folder ?? fillStage(folders));
  const isRerouted = last !== undefined && readState(last)?.redirectsKey !== state.redirectsKey;
  // Where the generator has started, only it can end what it has begun to write.
  if (plan.isWhole || isNew(plan) || isRerouted || started) {
    const made = await make(plan, { ...options, last }, steps, timed);
    const differences = last === undefined ? [] : findDifferences(plan, made, folders.stage, last);
    if (differences.length > 0) {
      steps.notify(
        'check',
        `${list(differences)}: different from the last build, though nothing it shows changed. Building everything again.`,
        0,
      );
      const { started: _, ...rest } = options;
      return buildSite(index, { ...rest, isFull: true }, steps);
    }
  }
  await timed('swap', async () => {
    writeState(folders.stage, state);
    keepStage(folders);
    swapSite(folders);
    return { result: undefined, what: 'the new site is in place' };
  });
  return plan;
}

/** Ends what was started for nothing: the published site stays, and the next build starts from it. */
export async function cancelNext(
  folders: BuildFolders,
  { endNext }: Pick<BuildSteps, 'endNext'>,
): Promise<void> {
  await endNext();
  dropStage(folders);
}

async function make(
  plan: BuildPlan,
  { folders, isAtOnce, started, last }: BuildOptions & { readonly last: string | undefined },
  steps: BuildSteps,
  timed: Timer,
): Promise<PlannedOutput[]> {
  const made = await timed('generate', async () => {
    const run = isAtOnce ? async () => undefined : started?.last ? () => started.done : steps.runNext;
    const made = await generate(plan, { ...folders, last }, run);
    return { result: made, what: `${count(made.length)} generated` };
  });
  return timed('finish', async () => {
    await steps.finish(folders.stage, made, plan.isWhole);
    return { result: made, what: `${count(made.length)} finished` };
  });
}

function readLastState(folders: BuildFolders): BuildState | undefined {
  const last = findLastBuild(folders);
  return last === undefined ? undefined : readState(last);
}

function isNew({ changed, removed }: BuildPlan): boolean {
  return changed.length > 0 || removed.length > 0;
}

function isPublished(state: BuildState, site: string): boolean {
  const last = readState(site);
  return last !== undefined && toSiteId(last) === toSiteId(state);
}

function toState({ compileKey, outputs }: BuildPlan, redirectsKey: string): BuildState {
  const entries = outputs.map(({ address, route, digest }) => [address, { route, digest }]);
  return { compileKey, redirectsKey, outputs: Object.fromEntries(entries) };
}

/** "12 of 2,986 outputs are new, 1 is gone". */
function describePlan({ isWhole, outputs, changed, removed }: BuildPlan): string {
  if (isWhole) return `all ${count(outputs.length)} to generate`;
  const gone = removed.length === 0 ? '' : `, ${removed.length.toLocaleString('en')} gone`;
  return `${changed.length.toLocaleString('en')} of ${count(outputs.length)} new${gone}`;
}

function count(number: number): string {
  return `${number.toLocaleString('en')} ${number === 1 ? 'output' : 'outputs'}`;
}

function list(outputs: readonly PlannedOutput[]): string {
  return outputs.map(({ address }) => decodeURI(address)).join(', ');
}

type Timer = <Result>(
  stage: string,
  step: () => Promise<{ result: Result; what: string }>,
) => Promise<Result>;

function createTimer({ notify }: BuildSteps): Timer {
  return async (stage, step) => {
    const start = performance.now();
    const { result, what } = await step();
    notify(stage, what, performance.now() - start);
    return result;
  };
}
