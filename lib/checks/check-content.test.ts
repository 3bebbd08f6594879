import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'playwright/test';
import { buildIndex } from '../content/build-index';
import { formatProblem } from '../content/problems';
import { readContent } from '../content/read';
import { checkContent } from './check-content';

/**
 * Each folder of `lib/checks/fixtures` is a content folder with what is wrong in it, and `expected.txt` says what that
 * is. `UPDATE=1` writes the files anew.
 */
const FIXTURES = path.join(import.meta.dirname, 'fixtures');
const TODAY = '2024-06-01';

for (const name of readdirSync(FIXTURES)) {
  test(`the problems of ${name}`, async () => {
    const index = buildIndex(readContent(path.join(FIXTURES, name)), TODAY, 'public');
    const found = (await checkContent(index)).map((problem) => `${formatProblem(problem)}\n`).join('\n');
    const file = path.join(FIXTURES, name, 'expected.txt');
    if (process.env.UPDATE) writeFileSync(file, found);
    expect(found).toBe(readFileSync(file, 'utf8'));
  });
}
