import assert from 'node:assert/strict';
import fc from 'fast-check';
import { expect, test } from 'playwright/test';
import { markPunctuation } from './mark-punctuation';
import { setPunctuation, toPlainPunctuation, toPunctuationInCode } from './punctuation';

const ENGLISH: readonly (readonly [typed: string, printed: string])[] = [
  [`He said "it's 'fine' now" -- or not...`, 'He said “it’s ‘fine’ now” – or not…'],
  [`"So," she said, "'Yes' is 'no'."`, '“So,” she said, “‘Yes’ is ‘no’.”'],
  [`"Quoted 'inner "deep"' end"`, '“Quoted ‘inner “deep”’ end”'],
  [`the '90s, rock 'n' roll, 'tis the dogs' bone`, 'the ’90s, rock ’n’ roll, ’tis the dogs’ bone'],
  [`don't say 'don't'`, 'don’t say ‘don’t’'],
  [`5' 6" tall, a 12" disc and "12" inside`, `5' 6" tall, a 12" disc and “12” inside`],
  ['run --flag, i-- and --i; a--b; yes --- no', 'run --flag, i-- and --i; a–b; yes — no'],
  ['(...rest), ...args, ./..., wait... and so...on', '(...rest), ...args, ./..., wait… and so…on'],
  ['5 km in 20 ms at 3 GB/s, 12 apples', '5\u00a0km in 20\u00a0ms at 3\u00a0GB/s, 12 apples'],
  ['Size, kB', 'Size,\u00a0kB'],
  ['Measured, %', 'Measured,\u00a0%'],
  ['a, s and b, kBs', 'a, s and b, kBs'],
  ['“already” — set… it’s', '“already” — set… it’s'],
  [`a lone " and a lone ' stay`, `a lone " and a lone ' stay`],
  [`צה"ל`, `צה"ל`],
];

for (const [typed, printed] of ENGLISH) {
  test(`is printed in English: ${typed}`, () => expect(setPunctuation(typed, 'en')).toBe(printed));
}

const LANGUAGES: readonly (readonly [language: string, printed: string])[] = [
  ['en-GB', '“Ah ‘oh’”, is it!'],
  ['de', '„Ah ‚oh‘“, is it!'],
  ['de-CH', '«Ah ‹oh›», is it!'],
  ['fr', '«\u00a0Ah “oh”\u00a0», is it!'],
  ['es-MX', '«Ah “oh”», is it!'],
  ['sv', '”Ah ’oh’”, is it!'],
  ['pl', '„Ah «oh»”, is it!'],
  ['ru', '«Ah „oh“», is it!'],
];

for (const [language, printed] of LANGUAGES) {
  test(`has the quotation marks of ${language}`, () =>
    expect(setPunctuation(`"Ah 'oh'", is it!`, language)).toBe(printed));
}

test('French keeps its spaces from ending a line, and only French', () => {
  const typed = 'Quoi ? Oui : « bien » !';
  expect(setPunctuation(typed, 'fr-CA')).toBe('Quoi\u202f? Oui\u00a0: «\u00a0bien\u00a0»\u202f!');
  expect(setPunctuation(typed, 'en')).toBe(typed);
});

test('a blog that wants none has what is typed', () => {
  expect(setPunctuation(`"it's" -- 5 km...`, undefined)).toBe(`"it's" -- 5 km...`);
});

test('whatever is typed, marks are as long as it and give it back', () => {
  const typed = fc.array(
    fc.constantFrom(
      '"',
      "'",
      '-',
      '--',
      '...',
      '.',
      ' ',
      'a',
      'é',
      '5',
      'km',
      '«',
      '»',
      '!',
      ':',
      '(',
      '\uFFFC',
      '日',
      '👍',
    ),
  );
  fc.assert(
    fc.property(
      typed.map((parts) => parts.join('')),
      (text) => {
        const marked = markPunctuation(text);
        assert.equal(marked.length, text.length);
        assert.equal(toPlainPunctuation(marked), text);
        for (const language of ['en', 'fr', undefined]) {
          const run = new Function(
            `return "${toPunctuationInCode(marked.replaceAll('"', '\\"'), language)}"`,
          );
          assert.equal(typeof run(), 'string');
        }
      },
    ),
    { numRuns: 300 },
  );
});
