import { expect, test } from 'playwright/test';
import { hasWords } from './words-in-formula';

test('text between two prices or variables of a shell has words, a formula has none', () => {
  for (const text of ['7 or 8', '(cmd).\nRegex ^a.*b', 'x is small, and y', 'HOME and '])
    expect(hasWords(text), text).toBe(true);
  for (const tex of [
    'x',
    'a_b',
    'E = mc^2',
    '\\int f dx dy',
    'n \\log n \\text{ if and only if } n > 0',
    'x_{\\text{max and min}} + 1',
    '\\operatorname{rank of}\\, A',
    '\\frac{\\text{a and {b} c}}{2}',
  ])
    expect(hasWords(tex), tex).toBe(false);
});
