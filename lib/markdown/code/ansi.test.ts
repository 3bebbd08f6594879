import { expect, test } from 'playwright/test';
import { tokenizeAnsi } from './ansi';

test('colours are roles, and go on over lines until reset', () => {
  expect(tokenizeAnsi('\x1b[31ma\nb\x1b[0mc')).toEqual([
    [{ text: 'a', role: 'keyword' }],
    [
      { text: 'b', role: 'keyword' },
      { text: 'c', role: 'base' },
    ],
  ]);
});

const single: [code: string, expected: object][] = [
  ['\\e[32mx', { role: 'tag' }],
  ['\\x1b[1;33mx', { role: 'number', style: ['bold'] }],
  ['\\u001b[4mx', { role: 'base', style: ['underline'] }],
  ['\\033[2mx', { role: 'comment' }],
  ['␛[90mx', { role: 'comment' }],
  ['\x1b[41mx', { role: 'keyword', style: ['inverse'] }],
  ['\x1b[38;5;21mx', { role: 'function' }],
  ['\x1b[38;5;244mx', { role: 'comment' }],
  ['\x1b[38;2;255;0;0mx', { role: 'keyword' }],
  ['\x1b[31;39mx', { role: 'base' }],
  ['\x1b[1m\x1b[22mx', { role: 'base' }],
  ['\x1b[2K\x1b[1Ax', { role: 'base' }],
  ['\x1b]8;;https://example.com\x07x', { role: 'base' }],
];

for (const [code, expected] of single) {
  test(`reads ${JSON.stringify(code)}`, () => {
    expect(tokenizeAnsi(code)).toEqual([[{ text: 'x', ...expected }]]);
  });
}
