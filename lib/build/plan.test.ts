import { expect, test } from 'playwright/test';
import type { BuildState } from './build-state';
import { type PlannedOutput, planBuild } from './plan';

const outputs: PlannedOutput[] = [
  { route: '/', params: undefined, address: '/', digest: 'home' },
  ...Array.from({ length: 20 }, (_, index) => ({
    route: '/posts/[slug]',
    params: { slug: `post-${index}` },
    address: `/posts/post-${index}`,
    digest: `digest-${index}`,
  })),
];

function toState(list: readonly PlannedOutput[], compileKey = 'engine'): BuildState {
  const entries = list.map(({ address, route, digest }) => [address, { route, digest }]);
  return { compileKey, redirectsKey: '', outputs: Object.fromEntries(entries) };
}

const addresses = (list: readonly PlannedOutput[]) => list.map(({ address }) => address);

test('without a last build everything is generated', () => {
  const plan = planBuild(outputs, 'engine', undefined);
  expect(plan).toMatchObject({ isWhole: true, changed: outputs, checked: [], removed: [] });
});

test('another engine generates everything, and still lists what is gone', () => {
  const gone = { route: '/[page]', params: { page: 'old' }, address: '/old', digest: 'x' };
  const plan = planBuild(outputs, 'newer', toState([...outputs, gone]));
  expect(plan.isWhole).toBe(true);
  expect(plan.changed).toEqual(outputs);
  expect(plan.removed).toEqual(['/old']);
});

test('nothing changed: nothing is generated, nothing is checked', () => {
  const plan = planBuild(outputs, 'engine', toState(outputs));
  expect(plan).toMatchObject({ isWhole: false, changed: [], checked: [], removed: [] });
});

test('an edit generates what shows it, a new output is generated, a missing one is removed', () => {
  const edited = outputs.map((output) =>
    output.address === '/posts/post-3' ? { ...output, digest: 'edited' } : output,
  );
  const added = { route: '/posts/[slug]', params: { slug: 'new' }, address: '/posts/new', digest: 'new' };
  const now = [...edited.filter(({ address }) => address !== '/posts/post-7'), added];
  const plan = planBuild(now, 'engine', toState(outputs));
  expect(addresses(plan.changed)).toEqual(['/posts/post-3', '/posts/new']);
  expect(plan.removed).toEqual(['/posts/post-7']);
});

test('some unchanged outputs are generated again: the same for the same change, others for another', () => {
  const edit = (digest: string) =>
    planBuild(
      outputs.map((output) => (output.address === '/posts/post-3' ? { ...output, digest } : output)),
      'engine',
      toState(outputs),
    );
  const checked = addresses(edit('a').checked);
  expect(checked).toHaveLength(3);
  expect(checked).not.toContain('/posts/post-3');
  expect(addresses(edit('a').checked)).toEqual(checked);
  const all = new Set(
    Array.from({ length: 60 }, (_, index) => addresses(edit(`edit ${index}`).checked)).flat(),
  );
  expect(all.size).toBe(19);
});
