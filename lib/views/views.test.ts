import path from 'node:path';
import { expect, test } from 'playwright/test';
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
    const index = buildIndex(readContent(path.resolve(folder)), '2026-11-26', 'public');
    const outputs = await listOutputs(index);
    expect(outputs.length).toBeGreaterThan(least);
    for (const output of outputs) {
      const view = await viewOutput(index, output);
      expect(view, output.address).toBeDefined();
      expect(JSON.parse(JSON.stringify(view)), output.address).toEqual(view);
    }
  });
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
