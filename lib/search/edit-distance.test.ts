import fc from 'fast-check';
import { expect, test } from 'playwright/test';
import { getEditDistance } from './edit-distance';

test('counts letters put in, left out, replaced and swapped', () => {
  expect(getEditDistance('cache', 'cache', 2)).toBe(0);
  expect(getEditDistance('cache', 'caches', 2)).toBe(1);
  expect(getEditDistance('cache', 'cach', 2)).toBe(1);
  expect(getEditDistance('cache', 'cacne', 2)).toBe(1);
  expect(getEditDistance('cache', 'cahce', 2)).toBe(1);
  expect(getEditDistance('cache', 'table', 2)).toBe(3);
});

test('is the same both ways, and at most one more than asked for', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
  fc.assert(
    fc.property(word, word, (a, b) => {
      const distance = getEditDistance(a, b, 2);
      expect(distance).toBe(getEditDistance(b, a, 2));
      expect(distance).toBeLessThanOrEqual(3);
    }),
  );
});
