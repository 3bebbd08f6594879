import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'playwright/test';
import { buildIndex } from '../content/build-index';
import { formatProblem } from '../content/problems';
import { readContent } from '../content/read';
import type { Audience } from '../content/state';
import { checkContent } from './check-content';

/**
 * Each folder of `lib/checks/fixtures` is a content folder with what is wrong in it: `expected.txt` for a production
 * build, `expected.author.txt` for `next dev` where that differs. `UPDATE=1` writes the files anew.
 */
const FIXTURES = path.join(import.meta.dirname, 'fixtures');
const TODAY = '2024-06-01';

for (const name of readdirSync(FIXTURES)) {
  const folder = path.join(FIXTURES, name);
  test(`the problems of ${name}`, async () => {
    await expectProblems(folder, 'public', 'expected.txt');
  });
  if (existsSync(path.join(folder, 'expected.author.txt'))) {
    test(`the problems of ${name}, for its author`, async () => {
      await expectProblems(folder, 'author', 'expected.author.txt');
    });
  }
}

async function expectProblems(folder: string, audience: Audience, fileName: string): Promise<void> {
  const index = buildIndex(readContent(folder), TODAY, audience);
  const found = (await checkContent(index)).map((problem) => `${formatProblem(problem)}\n`).join('\n');
  const file = path.join(folder, fileName);
  if (process.env.UPDATE) writeFileSync(file, found);
  expect(found).toBe(readFileSync(file, 'utf8'));
}
