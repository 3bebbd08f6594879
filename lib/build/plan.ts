import { createHash } from 'node:crypto';
import type { BuildState } from './build-state';

/** An output of the site with the digest of all that it shows. */
export interface PlannedOutput {
  readonly route: string;
  readonly params: Readonly<Record<string, string>> | undefined;
  /** As in the prerender manifest of Next. */
  readonly address: string;
  readonly digest: string;
}

export interface BuildPlan {
  readonly compileKey: string;
  /** True where nothing of the last build can be used. */
  readonly isWhole: boolean;
  readonly outputs: readonly PlannedOutput[];
  /** Those whose digest is new. */
  readonly changed: readonly PlannedOutput[];
  /** Unchanged ones that are generated again, to verify that they come out the same. */
  readonly checked: readonly PlannedOutput[];
  /** Addresses of the last build that no longer exist. */
  readonly removed: readonly string[];
}

/** How many unchanged outputs an incremental build generates again. */
const CHECKED_OUTPUTS = 3;

/**
 * Compares the outputs of the site with the last build that ended well. Without one, or where something compiled in
 * changed since, everything is generated.
 */
export function planBuild(
  outputs: readonly PlannedOutput[],
  compileKey: string,
  last: BuildState | undefined,
): BuildPlan {
  const isWhole = last?.compileKey !== compileKey;
  const known = last?.outputs ?? {};
  const changed = isWhole
    ? outputs
    : outputs.filter(({ address, digest }) => known[address]?.digest !== digest);
  const addresses = new Set(outputs.map(({ address }) => address));
  return {
    compileKey,
    isWhole,
    outputs,
    changed,
    checked: isWhole || changed.length === 0 ? [] : pickChecked(outputs, changed),
    removed: Object.keys(known).filter((address) => !addresses.has(address)),
  };
}

/** The same ones for the same change, others for the next: over several builds, an input missing from a digest shows. */
function pickChecked(outputs: readonly PlannedOutput[], changed: readonly PlannedOutput[]): PlannedOutput[] {
  const made = new Set(changed);
  const seed = changed.map(({ digest }) => digest).join();
  const rank = ({ address }: PlannedOutput) =>
    createHash('sha256').update(`${seed}\0${address}`).digest('hex');
  return outputs
    .filter((output) => output.params !== undefined && !made.has(output))
    .map((output) => ({ output, rank: rank(output) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .slice(0, CHECKED_OUTPUTS)
    .map(({ output }) => output);
}
