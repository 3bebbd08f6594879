import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'playwright/test';
import { writeTables } from '../../scripts/message-tables';
import { buildIndex } from '../content/build-index';
import { formatProblem } from '../content/problems';
import { readContent } from '../content/read';
import { checkContent } from './check-content';

/**
 * Each folder of `lib/checks/fixtures` is a content folder with what is wrong in it, and `expected.txt` says what that
 * is; `docs/messages.md` lists all that these say. `UPDATE=1` writes the files anew.
 */
const FIXTURES = path.join(import.meta.dirname, 'fixtures');
const MESSAGES = 'docs/messages.md';
const TODAY = '2024-06-01';

const names = readdirSync(FIXTURES);
const toExpected = (name: string) => path.join(FIXTURES, name, 'expected.txt');

async function listProblems(name: string): Promise<string> {
  const index = buildIndex(readContent(path.join(FIXTURES, name)), TODAY, 'public');
  return (await checkContent(index)).map((problem) => `${formatProblem(problem)}\n`).join('\n');
}

for (const name of names) {
  test(`the problems of ${name}`, async () => {
    const found = await listProblems(name);
    if (process.env.UPDATE) writeFileSync(toExpected(name), found);
    expect(found).toBe(readFileSync(toExpected(name), 'utf8'));
  });
}

test('the tables of fields and messages in the documentation say what the engine says', async () => {
  // Another process may not have written its files yet.
  if (process.env.UPDATE) {
    for (const name of names) writeFileSync(toExpected(name), await listProblems(name));
    writeFileSync(MESSAGES, writeTables(readFileSync(MESSAGES, 'utf8')));
  }
  const written = readFileSync(MESSAGES, 'utf8');
  expect(written).toBe(writeTables(written));
});
