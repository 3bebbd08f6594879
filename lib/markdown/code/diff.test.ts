import { expect, test } from 'playwright/test';
import { applyDiffSigns, isPatch } from './diff';
import { splitLines } from './lines';

const cases: [name: string, code: string, expected: string[]][] = [
  ['signs with a space, other lines at the margin', 'a\n- b\n+ c', ['a', 'b', 'c']],
  ['signs with a space, other lines two in', '  a\n- b\n+ c', ['a', 'b', 'c']],
  ['signs in a column of their own', ' a\n-b\n+  c', ['a', 'b', '  c']],
  ['an empty added line', '  a\n+\n+ b', ['a', '', 'b']],
  ['indented code', '  if (a) {\n-   b\n+   c\n  }', ['if (a) {', '  b', '  c', '}']],
];

for (const [name, code, expected] of cases) {
  test(name, () => {
    expect(applyDiffSigns(splitLines(code)).map(({ text }) => text)).toEqual(expected);
  });
}

test('signs become changes', () => {
  const changes = applyDiffSigns(splitLines('  a\n- b\n+ c')).map(({ change }) => change);
  expect(changes).toEqual([undefined, 'removed', 'added']);
});

test('a patch has a header', () => {
  expect(isPatch(splitLines('@@ -1 +1 @@\n-a'))).toBe(true);
  expect(isPatch(splitLines('- a\n+ b'))).toBe(false);
});
