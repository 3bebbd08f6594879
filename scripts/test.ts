import { todayIn } from '../lib/dates';
import { runStages } from './run-stages';
import { STAGES, type Tally } from './stages';

/**
 * `npm test`: every stage in order up to the first that fails. `npm test -- unit dates` runs one stage, or one file
 * of it. The last line is the sum of all: `N passed, N failed`.
 */
async function test(args: readonly string[]): Promise<number> {
  const names = STAGES.map(({ name }) => name);
  const isStage = (argument: string) => names.includes(argument);
  const wanted = args.filter(isStage);
  const files = args.filter((argument) => !isStage(argument));
  if (wanted.length === 0 && files.length > 0) {
    console.error(`There is no stage "${files[0]}". Stages: ${names.join(', ')}.`);
    return report({ passed: 0, failed: 1 });
  }
  const stages = STAGES.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
  return report(await runStages(stages, files));
}

function report({ passed, failed }: Tally): number {
  console.info(`\n${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

process.env.NEXT_TELEMETRY_DISABLED ||= '1';
// One day for the builds and the tests that read them, also across midnight.
process.env.TODAY ||= todayIn('UTC', new Date());
process.exitCode = await test(process.argv.slice(2));
