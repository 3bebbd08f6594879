import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'playwright/test';
import { expectEqual } from '../../scripts/expect-equal';
import { buildIndex } from '../content/build-index';
import { readContent } from '../content/read';
import { listOutputs, viewOutput } from './outputs';

for (const [folder, least] of [
  ['content', 200],
  ['e2e/content', 300],
  ['e2e/own', 500],
  ['e2e/readers', 30],
] as const) {
  test(`every view of ${folder} is plain data`, async () => {
    expect(await expectPlainViews(folder)).toBeGreaterThan(least);
  });
}

test('every view of content that a check only warns of is plain data', async () => {
  const folders = readdirSync('lib/checks/fixtures').map((name) => path.join('lib/checks/fixtures', name));
  // What has errors cannot all be shown, and no build is made of it.
  const sound = folders.filter(
    (folder) => !readFileSync(path.join(folder, 'expected.txt'), 'utf8').includes(' error: '),
  );
  expect(sound.length).toBeGreaterThan(20);
  for (const folder of sound) expect(await expectPlainViews(folder), folder).toBeGreaterThan(10);
});

/** Gives how many there are. */
async function expectPlainViews(folder: string): Promise<number> {
  const index = buildIndex(readContent(path.resolve(folder)), '2026-11-26', 'public');
  const outputs = await listOutputs(index);
  for (const output of outputs) {
    const view = await viewOutput(index, output);
    const name = `${folder}: ${output.address}`;
    if (view === undefined) expect(view, name).toBeDefined();
    expectEqual(JSON.parse(JSON.stringify(view)), view, name);
  }
  return outputs.length;
}

test('addresses are named once', async () => {
  const index = buildIndex(readContent(path.resolve('e2e/content')), '2026-11-26', 'public');
  const addresses = (await listOutputs(index)).map(({ address }) => address);
  expect(new Set(addresses).size).toBe(addresses.length);
});

test('a route without a view is named', async () => {
  const index = buildIndex(readContent(path.resolve('content')), '2026-11-26', 'public');
  const output = { route: '/new/[thing]', params: { thing: 'x' }, address: '/new/x' };
  await expect(viewOutput(index, output)).rejects.toThrow('There is no view of /new/[thing]');
});
