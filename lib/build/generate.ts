import { rmSync } from 'node:fs';
import path from 'node:path';
import { replaceFile } from '../cache/replace-file';
import type { BuildFolders } from './build-folder';
import { mergeManifests, sortManifests } from './manifests';
import { listMissing, removeOutput } from './output-files';
import type { BuildPlan, PlannedOutput } from './plan';

/** Runs one part of `next build` to its end. */
export type RunNext = (step: 'generate', environment: Readonly<Record<string, string>>) => Promise<void>;

export interface GenerateFolders extends BuildFolders {
  /** The last build, of which the stage has a copy; undefined where everything is generated. */
  readonly last: string | undefined;
}

/** The file that `lib/next/static-params.ts` reads: which params of each route Next is to generate. */
export function toListFile({ root }: BuildFolders): string {
  return path.join(root, 'generate.json');
}

/** Next's own, generated in every run. */
const ERROR_PAGE = '/_global-error';

/**
 * Runs Next to generate what is new in the plan, into a stage that contains the rest. Gives the outputs that were generated.
 * Throws where one of the site's outputs is missing afterwards.
 */
export async function generate(
  plan: BuildPlan,
  { last, ...folders }: GenerateFolders,
  run: RunNext,
): Promise<PlannedOutput[]> {
  const { stage } = folders;
  const made = listGenerated(plan);
  if (last === undefined) {
    await run('generate', { GENERATE_COUNT: String(plan.outputs.length) });
    sortManifests(stage);
  } else {
    // Next writes in place, and what is not removed is a link to a file of the published build.
    for (const address of [...plan.removed, ...made.map((output) => output.address), ERROR_PAGE])
      removeOutput(stage, address);
    const list = toListFile(folders);
    replaceFile(list, JSON.stringify(groupParams(made)));
    await run('generate', { GENERATE_LIST: list });
    rmSync(list);
    mergeManifests(stage, last, plan.removed);
  }
  const missing = listMissing(
    stage,
    plan.outputs.map(({ address }) => address),
  );
  if (missing.length > 0) throw new Error(`Next did not generate ${missing.join(', ')}.`);
  return made;
}

/** Next generates routes without parameters in each run, new or not. */
function listGenerated({ isWhole, outputs, changed, checked }: BuildPlan): PlannedOutput[] {
  if (isWhole) return [...outputs];
  const wanted = new Set([...changed, ...checked]);
  return outputs.filter((output) => output.params === undefined || wanted.has(output));
}

function groupParams(outputs: readonly PlannedOutput[]): Record<string, unknown[]> {
  const groups: Record<string, unknown[]> = {};
  for (const { route, params } of outputs) {
    if (params === undefined) continue;
    groups[route] ??= [];
    groups[route].push(params);
  }
  return groups;
}
