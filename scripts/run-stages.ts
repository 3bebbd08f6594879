import type { Stage, Tally } from './stages';

/** What a stage came to, and what it wrote meanwhile. */
interface Run {
  readonly tally: Tally;
  readonly written: string;
}

/** Runs stages in order up to the first that fails, those that stand beside another together with it. The sum of all. */
export async function runStages(stages: readonly Stage[], files: readonly string[]): Promise<Tally> {
  let sum: Tally = { passed: 0, failed: 0 };
  const beside = new Map<Stage, Promise<Run>>();
  for (const [index, stage] of stages.entries()) {
    console.info(`\n[${index + 1}/${stages.length}] ${stage.name}: ${stage.what}`);
    const next = stages[index + 1];
    if (next?.beside === stage.name) beside.set(next, runBeside(next, files));
    const start = Date.now();
    const { tally, written } = (await beside.get(stage)) ?? { tally: await stage.run(files), written: '' };
    process.stdout.write(written);
    console.info(`${stage.name}: ${((Date.now() - start) / 1000).toFixed(1)} s`);
    sum = { passed: sum.passed + tally.passed, failed: sum.failed + tally.failed };
    if (tally.failed === 0) continue;
    console.error(`\nThe stage "${stage.name}" failed. ${stage.remedy}`);
    break;
  }
  // Where the stage failed that they stand beside.
  await Promise.all(beside.values());
  return sum;
}

async function runBeside(stage: Stage, files: readonly string[]): Promise<Run> {
  let written = '';
  const tally = await stage.run(files, (text) => {
    written += text;
  });
  return { tally, written };
}
