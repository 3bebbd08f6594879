import { expect, test } from 'playwright/test';
import { splitLines } from './lines';
import { applyPrompts } from './terminal';

/** Each line as the mark it got: "$" for a prompt, ">" for output, nothing otherwise. */
function read(code: string, allowRoot = false): string[] {
  return applyPrompts(splitLines(code), allowRoot).map(({ prompt, output }) => prompt ?? (output ? '>' : ''));
}

const cases: [name: string, code: string, expected: string[]][] = [
  ['a script has no prompts', 'npm i\n# note\nnpm test', ['', '', '']],
  ['commands and their output', '$ npm i\nadded 3\n\n$ npm test', ['$ ', '>', '>', '$ ']],
  ['comments between commands are not output', '# first\n$ a\n# then\n$ b', ['', '$ ', '', '$ ']],
  ['a command that goes on', '$ a \\\n> b \\\n  c\nout', ['$ ', '> ', '', '>']],
  ['a user and a folder', 'ada@host:~/x$ ls\na', ['ada@host:~/x$ ', '>']],
  ['PowerShell', 'PS C:\\x> dir\na', ['PS C:\\x> ', '>']],
];

for (const [name, code, expected] of cases) {
  test(name, () => expect(read(code)).toEqual(expected));
}

test('# is the prompt of root in a recording that begins with it', () => {
  expect(read('# apt update\nok', true)).toEqual(['# ', '>']);
  expect(read('# a comment\n$ ls', true)).toEqual(['', '$ ']);
  expect(read('# a comment\nls', false)).toEqual(['', '']);
});
