import { expect, test } from 'playwright/test';
import { type CodeLine, splitLines } from './lines';
import { applyNotations } from './notation';

const understood: [code: string, expected: Partial<CodeLine>[]][] = [
  ['a // [!code ++]', [{ text: 'a', change: 'added' }]],
  ['a # [!code --]', [{ text: 'a', change: 'removed' }]],
  ['a -- [!code highlight]', [{ text: 'a', state: 'highlighted' }]],
  ['a /* [!code error] */', [{ text: 'a', state: 'error' }]],
  ['<a> <!-- [!code warning] -->', [{ text: '<a>', state: 'warning' }]],
  ['<a> {/* [!code focus] */}', [{ text: '<a>', focused: true }]],
  ['a // [!code ++] [!code focus]', [{ text: 'a', change: 'added', focused: true }]],
  ['a // [!code ++:2]\nb\nc', [{ change: 'added' }, { change: 'added' }, { text: 'c' }]],
  ['  // [!code highlight]\na\nb', [{ text: 'a', state: 'highlighted' }, { text: 'b' }]],
  ['// [!code word:x]\nx y', [{ text: 'x y', words: ['x'] }]],
  ['a // [!code ++] because', [{ text: 'a // because', change: 'added' }]],
  ['a // note [!code ++]', [{ text: 'a // note', change: 'added' }]],
];

for (const [code, expected] of understood) {
  test(`obeys ${JSON.stringify(code)}`, () => {
    const { lines, warnings } = applyNotations(splitLines(code));
    expect(warnings).toEqual([]);
    expect(lines).toHaveLength(expected.length);
    expect(lines).toMatchObject(expected);
  });
}

test('a notation outside a comment is text', () => {
  expect(applyNotations(splitLines('see [!code ++]')).lines).toMatchObject([{ text: 'see [!code ++]' }]);
});

test('an escaped notation is shown', () => {
  const { lines } = applyNotations(splitLines('a // [\\!code ++]'));
  expect(lines).toEqual([{ text: 'a // [!code ++]', source: 0 }]);
});

test('an unknown notation stays, with a warning on its line', () => {
  const { lines, warnings } = applyNotations(splitLines('a\nb // [!code focsu]'));
  expect(lines[1]?.text).toBe('b // [!code focsu]');
  expect(warnings).toMatchObject([
    { line: 2, message: '[!code focsu] is not a notation. Did you mean [!code focus]?' },
  ]);
});

test('a block of notations only is one empty line', () => {
  expect(applyNotations(splitLines('// [!code ++]')).lines).toEqual([{ text: '', source: 0 }]);
});
