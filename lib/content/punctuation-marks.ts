/**
 * Marks for what punctuation could be set as, one for each. Noncharacters, which Unicode keeps for use within a program
 * (U+FDD0–U+FDEF): a text with marks is as long as the text itself, and has both its plain and its typographic form.
 */
export const MARKS = {
  openDouble: '\uFDD0',
  closeDouble: '\uFDD1',
  openSingle: '\uFDD2',
  closeSingle: '\uFDD3',
  apostrophe: '\uFDD4',
  enDash: '\uFDD5',
  emDash: '\uFDD6',
  ellipsis: '\uFDD7',
  beforeUnit: '\uFDD8',
  beforeHighPunctuation: '\uFDD9',
  besideGuillemet: '\uFDDA',
  /** For the second and third character of what becomes one. */
  filler: '\uFDDB',
};

export type Mark = keyof typeof MARKS;

/** The character of a mark. */
export function toMark(mark: Mark): string {
  return MARKS[mark];
}

/** True for a text with marks. */
export function hasMarks(text: string): boolean {
  return /[\uFDD0-\uFDDB]/.test(text);
}
