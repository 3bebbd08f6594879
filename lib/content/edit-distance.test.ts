import fc from 'fast-check';
import { expect, test } from 'playwright/test';
import { getEditDistance } from './edit-distance';

test('counts insertions, deletions, replacements and swaps', () => {
  for (const [a, b, distance] of [
    ['cache', 'cache', 0],
    ['cache', 'caches', 1],
    ['cache', 'cach', 1],
    ['cache', 'cacne', 1],
    ['cache', 'cahce', 1],
    ['date', 'draft', 3],
    ['', 'tags', 4],
    ['kitten', 'sitting', 3],
  ] as const) {
    expect(getEditDistance(a, b, Number.POSITIVE_INFINITY), `${a}, ${b}`).toBe(distance);
  }
});

test('is the same both ways, and the exact distance or one more than the limit', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
  fc.assert(
    fc.property(word, word, fc.nat(4), (a, b, max) => {
      const exact = getEditDistance(a, b, Number.POSITIVE_INFINITY);
      expect(getEditDistance(a, b, max)).toBe(Math.min(exact, max + 1));
      expect(getEditDistance(b, a, max)).toBe(Math.min(exact, max + 1));
    }),
  );
});
