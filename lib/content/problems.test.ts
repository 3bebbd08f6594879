import { expect, test } from 'playwright/test';
import {
  ContentError,
  countProblems,
  createReporter,
  formatProblem,
  placeAt,
  sortProblems,
  uniqueProblems,
} from './problems';

const report = createReporter('posts/a.md', 'one\n\ttwo\r\nthree');

test('a problem shows its place, its line and a caret below the place', () => {
  expect(formatProblem(report({ line: 3, column: 2 }, 'error', 'It is wrong.', 'Fix it.'))).toBe(
    ['posts/a.md:3:2 error: It is wrong.', '  3 | three', '    |  ^', '  Fix it.'].join('\n'),
  );
});

test('a tab takes one column in the line shown', () => {
  expect(formatProblem(report({ line: 2, column: 2 }, 'warning', 'It is odd.', 'Look.'))).toContain(
    '  2 |  two\n    |  ^',
  );
});

test('the caret stands below its letter where letters are wide, and where marks take no room', () => {
  const shown = (line: string, column: number) =>
    formatProblem(createReporter('a', line)({ line: 1, column }, 'error', '', '')).split('\n')[2];
  expect(shown('日本語!', 4)).toBe('    |       ^');
  expect(shown('e\u0301!', 3)).toBe('    |  ^');
  expect(shown('🎉!', 3)).toBe('    |   ^');
});

test('a place outside the file is brought into it', () => {
  expect(report({ line: 9, column: 99 }, 'error', '', '')).toMatchObject({ line: 3, column: 6 });
  expect(report({ line: 0, column: 0 }, 'error', '', '')).toMatchObject({ line: 1, column: 1 });
});

test('of a long line the part around the place is shown', () => {
  const long = createReporter('a', `${'x'.repeat(200)}HERE${'y'.repeat(200)}`);
  const lines = formatProblem(long({ line: 1, column: 201 }, 'error', '', '')).split('\n');
  const caret = lines[2]?.indexOf('^') ?? -1;
  expect(lines[1]?.slice(caret, caret + 4)).toBe('HERE');
  expect(lines[1]?.length).toBeLessThan(120);
});

test('problems come in reading order', () => {
  const other = createReporter('posts/B.md', 'x');
  const list = [
    report({ line: 2, column: 1 }, 'warning', 'c', ''),
    report({ line: 2, column: 1 }, 'error', 'b', ''),
    report({ line: 1, column: 2 }, 'error', 'a', ''),
    other({ line: 1, column: 1 }, 'error', 'z', ''),
  ];
  expect(sortProblems(list).map(({ message }) => message)).toEqual(['z', 'a', 'b', 'c']);
});

test('offsets become places, whatever the line ends', () => {
  expect(placeAt('a\nbc', 3)).toEqual({ line: 2, column: 2 });
  expect(placeAt('a\r\nbc', 3)).toEqual({ line: 2, column: 1 });
  expect(placeAt('', 0)).toEqual({ line: 1, column: 1 });
});

test('an error that is thrown carries every problem', () => {
  const problems = [
    report({ line: 1, column: 1 }, 'error', 'One.', ''),
    report({ line: 2, column: 1 }, 'error', 'Two.', ''),
  ];
  expect(new ContentError(problems).message).toMatch(/One\.[\s\S]*Two\./);
});

test('problems are counted in words', () => {
  const error = report({ line: 1, column: 1 }, 'error', '', '');
  const warning = report({ line: 1, column: 1 }, 'warning', '', '');
  expect(countProblems([error])).toBe('1 error');
  expect(countProblems([error, error, warning])).toBe('2 errors and 1 warning');
  expect(countProblems([warning, warning])).toBe('2 warnings');
});

test('a problem of a file that several documents share is one', () => {
  const one = {
    ...report({ line: 1, column: 1 }, 'error', 'It is broken.', 'Correct it.'),
    of: 'posts/a.mdx',
  };
  expect(uniqueProblems([one, { ...one, of: 'posts/b.mdx' }, { ...one, line: 2 }])).toHaveLength(2);
});
