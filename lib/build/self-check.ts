import { readFileSync } from 'node:fs';
import { findOutput } from './output-files';
import type { BuildPlan, PlannedOutput } from './plan';

/**
 * Of the outputs that were made again though their digests are those of before, the ones that did not come out byte for
 * byte as they were: something that they show is missing in their views.
 */
export function findDifferences(
  plan: BuildPlan,
  made: readonly PlannedOutput[],
  stage: string,
  before: string,
): PlannedOutput[] {
  const changed = new Set(plan.changed);
  return made.filter((output) => {
    if (plan.isWhole || changed.has(output)) return false;
    const [own, last] = [stage, before].map((folder) => findOutput(folder, output.address));
    return own === undefined || last === undefined || !readFileSync(own).equals(readFileSync(last));
  });
}
