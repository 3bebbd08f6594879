import { expect, test } from 'playwright/test';
import { countTaperLines } from './taper-lines';

const MEASURE = { letters: 60, least: 1, most: 14 };

test('a text has the fewest tapering lines that it fits into', () => {
  // A whole line that tapers by three quarters has 15 letters at its end.
  expect(countTaperLines('e'.repeat(14), MEASURE)).toBe(1);
  expect(countTaperLines('e'.repeat(16), MEASURE)).toBe(2);
  const word = 'e'.repeat(9);
  // Of five lines, 51 to 15 letters wide, the words fill 5, 4, 3, 2 and 1.
  const counts = [4, 8, 15, 16].map((words) => countTaperLines(Array(words).fill(word).join(' '), MEASURE));
  expect(counts).toEqual([2, 3, 5, 6]);
});

test('no more lines than there are in the style sheet', () => {
  expect(countTaperLines('word '.repeat(500), { ...MEASURE, most: 14 })).toBe(14);
  expect(countTaperLines('', { ...MEASURE, least: 4 })).toBe(4);
});

test('signs of East Asia are wider, and a line may break between them', () => {
  const signs = '活'.repeat(60);
  expect(countTaperLines(signs, MEASURE)).toBeGreaterThan(countTaperLines('ab '.repeat(20), MEASURE));
  expect(countTaperLines(signs, MEASURE)).toBeLessThan(14);
});

test('letters of other scripts and other fonts are wider', () => {
  const count = (text: string, breadth = 1) => countTaperLines(text, MEASURE, breadth);
  const latin = 'letters '.repeat(16);
  expect(count('буквами '.repeat(16))).toBeGreaterThanOrEqual(count(latin));
  expect(count(latin, 1.3)).toBeGreaterThan(count(latin));
});
