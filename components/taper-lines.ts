/** Lines that taper: how many letters a whole one holds, and how few and how many of them there may be. */
export interface Measure {
  readonly letters: number;
  readonly least: number;
  readonly most: number;
}

/** What a taper takes from its lines before it ends (components/styles/post.css). */
const TAKEN = 0.75;
/** What is reckoned to fit has to fit. */
const RESERVE = 1.015;
/** Signs of Chinese, Japanese and Korean, between which a line may break. */
const WIDE_SIGN = /[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\ufe30-\uff60]/u;
const WIDE_SIGNS = new RegExp(`(${WIDE_SIGN.source})`, 'u');
/** As many letters wide. */
const SIGN = 2.4;
/** Letters of other scripts are wider than most Latin ones. */
const OTHER_LETTER = 1.35;
/** Widths of the house italic; one is that of an `e`, and of a letter of English text on average. */
const ITALIC_WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/[ .,:;'’|j]/, 0.6],
  [/[filtJI]/, 0.76],
  [/[ceérsz]/, 1],
  [/[wmWM]/, 2],
  [/\p{Lu}/u, 1.5],
];
const SPACE = 0.6;

/** In how many tapering lines a text ends: the fewest it fits into, so that nothing stays empty below it. */
export function countTaperLines(text: string, { letters, least, most }: Measure, breadth = 1): number {
  const words = text.split(/[ \n]+/).flatMap((word) =>
    word
      .split(WIDE_SIGNS)
      .filter((part) => part !== '')
      .map((part, index) => ({
        space: index === 0 ? SPACE : 0,
        width: widthOf(part) * breadth * RESERVE,
      })),
  );
  for (let lines = least; lines < most; lines += 1) if (fits(words, letters, lines)) return lines;
  return most;
}

interface Word {
  /** The space before it, where a line does not begin with it. */
  readonly space: number;
  readonly width: number;
}

function fits(words: readonly Word[], letters: number, lines: number): boolean {
  let line = 0;
  let used = 0;
  for (const { space, width } of words) {
    used += (used > 0 ? space : 0) + width;
    while (used > letters * (1 - (TAKEN * (line + 1)) / lines)) {
      line += 1;
      used = width;
      if (line === lines) return false;
    }
  }
  return true;
}

function widthOf(part: string): number {
  return [...part].reduce((sum, letter) => sum + widthOfLetter(letter), 0);
}

function widthOfLetter(letter: string): number {
  if (WIDE_SIGN.test(letter)) return SIGN;
  if (letter > '\u024f' && /\p{Letter}/u.test(letter)) return OTHER_LETTER;
  return ITALIC_WIDTHS.find(([letters]) => letters.test(letter))?.[1] ?? 1.25;
}
