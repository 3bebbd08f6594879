import { expect, test } from 'playwright/test';
import { groupTabs } from './tabs';
import type { CodeBlockProps } from './types';

function block(tab?: string, group?: string): CodeBlockProps {
  return { html: 'x', name: 'Code', lines: 1, columns: 1, ...(tab && { tab }), ...(group && { group }) };
}

const cases: [name: string, blocks: CodeBlockProps[], expected: string[]][] = [
  ['blocks without a tab stay', [block(), block()], ['', '']],
  ['neighbours with tabs are joined', [block('TS'), block('JS'), block()], ['TS JS', '']],
  ['a tab alone stays a block', [block('TS')], ['TS']],
  [
    'a label that comes again begins a new set',
    [block('TS'), block('JS'), block('TS'), block('JS')],
    ['TS JS', 'TS JS'],
  ],
  ['another group begins a new set', [block('TS', 'a'), block('JS', 'b'), block('X', 'b')], ['TS', 'JS X']],
];

for (const [name, blocks, expected] of cases) {
  test(name, () => {
    const labels = groupTabs(blocks).map(
      ({ tab, tabs }) => tabs?.map((one) => one.tab).join(' ') ?? tab ?? '',
    );
    expect(labels).toEqual(expected);
  });
}

test('without a group, the same labels share a choice', () => {
  expect(groupTabs([block('TS'), block('JS')])[0]?.group).toBe('ts js');
  expect(groupTabs([block('TS', 'a'), block('JS', 'a')])[0]?.group).toBe('a');
});
