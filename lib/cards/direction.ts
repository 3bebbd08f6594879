import bidiFactory from 'bidi-js';

/** A part of a line that is read in one direction. */
export interface Stretch {
  readonly text: string;
  readonly isRightToLeft: boolean;
}

const bidi = bidiFactory();

/** True for a text whose first letter belongs to a script that is written from right to left (rule P2 of UAX 9). */
export function isRightToLeft(text: string): boolean {
  return !IS_LATIN.test(text) && bidi.getEmbeddingLevels(text).paragraphs[0]?.level === 1;
}

/** Below the first letter that is written from right to left, and all that sets a direction (UAX 9). */
const IS_LATIN = /^[\x20-\u058f]+$/;

/** The stretches of a line in the order in which they stand from left to right (UAX 9), in a text of the direction given. */
export function orderStretches(line: string, isTextRightToLeft = isRightToLeft(line)): Stretch[] {
  if (!isTextRightToLeft && IS_LATIN.test(line)) return [{ text: line, isRightToLeft: false }];
  const embedding = bidi.getEmbeddingLevels(line, isTextRightToLeft ? 'rtl' : 'ltr');
  const stretches: { from: number; to: number; level: number }[] = [];
  for (const at of bidi.getReorderedIndices(line, embedding)) {
    const level = embedding.levels[at] ?? 0;
    const last = stretches.at(-1);
    if (last?.level === level && at === last.to) last.to += 1;
    else if (last?.level === level && at === last.from - 1) last.from = at;
    else stretches.push({ from: at, to: at + 1, level });
  }
  return stretches.map(({ from, to, level }) => ({
    text: line.slice(from, to),
    isRightToLeft: level % 2 === 1,
  }));
}
