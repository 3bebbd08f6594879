import fc from 'fast-check';
import { expect, test } from 'playwright/test';
import { packTerms, readTermPiece } from './term-piece';

test('terms and postings come back as they were packed', () => {
  const entries = fc.dictionary(
    fc.string({ unit: 'grapheme', minLength: 1 }),
    fc.uniqueArray(fc.nat(600_000)),
  );
  fc.assert(
    fc.property(entries, (found) => {
      const sorted = Object.keys(found).sort();
      const packed = sorted.map((term) => ({ term, postings: (found[term] ?? []).sort((a, b) => a - b) }));
      const piece = readTermPiece(packTerms(packed));
      expect(piece.terms).toEqual(sorted);
      expect(sorted.map((_, at) => [...piece.postings(at)])).toEqual(packed.map(({ postings }) => postings));
    }),
  );
});
