import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'playwright/test';
import { compareChecks, compareMutations } from './compare-checks';

const FIXTURES = path.resolve('lib/checks/fixtures');

for (const name of readdirSync(FIXTURES)) {
  test(`check, build and the author's bar give the same problems of ${name}`, async () => {
    expect((await compareChecks(path.join(FIXTURES, name))).differences).toEqual([]);
  });
}

test("check, build and the author's bar give the same problems of posts with any mistakes", async () => {
  const { differences, found } = await compareMutations(1, 30);
  expect(differences).toEqual([]);
  expect(found).toBeGreaterThan(60);
});
