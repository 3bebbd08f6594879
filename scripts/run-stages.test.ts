import { expect, test } from 'playwright/test';
import { runStages } from './run-stages';
import type { Stage, Tally } from './stages';

const [GOOD, BAD]: readonly Tally[] = [
  { passed: 2, failed: 0 },
  { passed: 1, failed: 1 },
];

/** Notes when each stage begins and ends; one ends when `until` has. */
function makeStages() {
  const log: string[] = [];
  const make = (
    name: string,
    tally = GOOD,
    more: Partial<Stage> & { until?: Promise<unknown> } = {},
  ): Stage => ({
    ...{ name, what: name, remedy: 'Fix it.', ...more },
    run: async (files, write) => {
      log.push(`${name} begins${write ? ' unseen' : ''} ${files.join()}`.trim());
      write?.(`what ${name} writes\n`);
      await more.until;
      log.push(`${name} ends`);
      return tally ?? { passed: 0, failed: 1 };
    },
  });
  return { log, make };
}

test('stages run in order, and the first that fails is the last', async () => {
  const { log, make } = makeStages();
  const sum = await runStages([make('one'), make('two', BAD), make('three')], ['file']);
  expect(log).toEqual(['one begins file', 'one ends', 'two begins file', 'two ends']);
  expect(sum).toEqual({ passed: 3, failed: 1 });
});

test('a stage that stands beside another begins with it, and what it wrote comes after', async () => {
  const { log, make } = makeStages();
  let begin = () => {};
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const second = make('second', GOOD, { beside: 'first' });
  const run: Stage['run'] = (files, write) => {
    begin();
    return second.run(files, write);
  };
  // The first ends only when the second has begun.
  const stages = [make('first', GOOD, { until: begun }), { ...second, run }, make('third')];
  expect(await runStages(stages, [])).toEqual({ passed: 6, failed: 0 });
  expect(log).toContain('second begins unseen');
  expect(log.indexOf('second begins unseen')).toBeLessThan(log.indexOf('first ends'));
  expect(log.slice(-2)).toEqual(['third begins', 'third ends']);
});

test('what stands beside a stage that fails comes to its end, and where its stage is not wanted it runs alone', async () => {
  const failing = makeStages();
  const stages = [failing.make('first', BAD), failing.make('second', GOOD, { beside: 'first' })];
  expect(await runStages(stages, [])).toEqual({ passed: 1, failed: 1 });
  expect(failing.log).toContain('second ends');
  const alone = makeStages();
  const others = [alone.make('other'), alone.make('second', GOOD, { beside: 'first' })];
  expect(await runStages(others, [])).toEqual({ passed: 4, failed: 0 });
  expect(alone.log).toEqual(['other begins', 'other ends', 'second begins', 'second ends']);
});
