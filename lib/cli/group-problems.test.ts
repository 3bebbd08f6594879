import { expect, test } from 'playwright/test';
import type { Problem } from '../content/problems';
import { groupProblems } from './group-problems';

const toProblem = (part: Partial<Problem>): Problem => ({
  ...{ file: 'posts/a.md', line: 1, column: 1, severity: 'warning', message: 'm', remedy: 'r', frame: 'f' },
  ...part,
});

test('of a group one is printed, with how many more there are', () => {
  const problems = ['a', 'b', 'c'].map((name) => toProblem({ file: `posts/${name}.md`, group: 'field x' }));
  expect(groupProblems(problems)).toEqual([{ problem: problems[0], more: 2 }]);
});

test('of warnings that differ in names and numbers only the first three, of errors the first ten', () => {
  for (const [severity, shown] of [
    ['warning', 3],
    ['error', 10],
  ] as const) {
    const problems = Array.from({ length: 40 }, (_, index) =>
      toProblem({ severity, message: `The link "http://x.example/${index}" of ${index} is slow.` }),
    );
    const other = toProblem({ message: 'Another one.' });
    const groups = groupProblems([...problems, other]);
    expect(groups.map(({ more }) => more)).toEqual([...Array(shown - 1).fill(0), 40 - shown, 0]);
    expect(groups.at(-1)?.problem).toBe(other);
  }
});
