import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { renameBuild } from '../lib/build/swap';
import { runCommand } from './run-command';
import type { TestSite } from './test-sites';

/** What a site has of its own: the published build, the one that the next build starts from, and its files. */
const PARTS = [
  { part: 'site', madeIn: 'site' },
  { part: 'cache/build', madeIn: 'stage' },
  { part: 'serve', madeIn: undefined },
  { part: 'out', madeIn: undefined },
  { part: 'out-servers', madeIn: undefined },
];

/** Builds a site as `npm run build` does, and gives the status of that; its output goes to `write` where that is given. */
export async function buildSite(
  { root, workshop, environment }: TestSite,
  write?: (text: string) => void,
): Promise<number> {
  moveParts(root, workshop);
  const own = { ...environment, DIST_DIR: workshop };
  const status = await runCommand('tsx', ['lib/cli/build.ts'], own, write);
  moveParts(workshop, root);
  return status;
}

function moveParts(from: string, to: string): void {
  if (from === to) return;
  for (const { part, madeIn } of PARTS) {
    const [source, target] = [path.resolve(from, part), path.resolve(to, part)];
    rmSync(target, { recursive: true, force: true });
    if (!existsSync(source)) continue;
    mkdirSync(path.dirname(target), { recursive: true });
    renameSync(source, target);
    if (madeIn) renameBuild(target, path.resolve(from, madeIn), path.resolve(to, madeIn));
  }
}
