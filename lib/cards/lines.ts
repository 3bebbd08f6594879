import type { Typesetter } from './typesetter';

/** What a title is set in: its size, the height of its lines, and how many there may be. All in pixels. */
export interface TitleStyle {
  readonly size: number;
  readonly lineHeight: number;
  readonly lines: number;
}

/** A text in lines of about the same length, or undefined where it takes more than there may be. */
export function breakLines(
  text: string,
  { size, lines }: TitleStyle,
  width: number,
  typesetter: Typesetter,
): string[] | undefined {
  const measure = (part: string) => typesetter.measure(part, size);
  const pieces = splitPieces(text).flatMap((piece) =>
    measure(piece.trimEnd()) > width ? [...piece] : [piece],
  );
  const widths = pieces.map((piece) => ({ piece, full: measure(piece), bare: measure(piece.trimEnd()) }));
  const greedy = fill(widths, width);
  if (greedy.length > lines) return undefined;
  // The narrowest measure that takes no more lines balances them.
  let [low, high] = [width / 2, width];
  while (high - low > 4) {
    const middle = (low + high) / 2;
    if (fill(widths, middle).length > greedy.length) low = middle;
    else high = middle;
  }
  return fill(widths, high);
}

/** As much of a text as fits, with an ellipsis after its last whole word. */
export function shortenLines(
  text: string,
  style: TitleStyle,
  width: number,
  typesetter: Typesetter,
): string[] {
  const pieces = splitPieces(text);
  const shorten = (count: number) => {
    const short = pieces
      .slice(0, count)
      .join('')
      .replace(/[\s\p{P}]+$/u, '');
    return breakLines(`${short}…`, style, width, typesetter);
  };
  let [fits, tooMany] = [0, pieces.length + 1];
  while (tooMany - fits > 1) {
    const middle = Math.floor((fits + tooMany) / 2);
    if (shorten(middle)) fits = middle;
    else tooMany = middle;
  }
  return shorten(fits) ?? ['…'];
}

interface Measured {
  readonly piece: string;
  readonly full: number;
  /** Without the space at its end, as the last piece of a line. */
  readonly bare: number;
}

function fill(pieces: readonly Measured[], width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const { piece, full, bare } of pieces) {
    if (line !== '' && used + bare > width) {
      lines.push(line.trimEnd());
      line = '';
      used = 0;
    }
    line += piece;
    used += full;
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()];
}

const BREAKS_ANYWHERE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u;
const NEVER_FIRST = /[\p{Pe}\p{Pf}、。，．・：；！？ーゝゞ々ぁぃぅぇぉっゃゅょァィゥェォッャュョ…‥!?,.:;]/u;
const NEVER_LAST = /[\p{Ps}\p{Pi}]/u;

/** Pieces between which a line may end: words with the space after them, parts of compounds, ideographs. */
function splitPieces(text: string): string[] {
  const pieces: string[] = [];
  let before = '';
  for (const character of text.replace(/\s+/g, ' ').trim()) {
    const last = pieces.at(-1) ?? '';
    const isBreak =
      (before === ' ' && !/[ –—]/.test(character)) ||
      /\p{L}[-–—/]\p{L}$/u.test(last + character) ||
      ((BREAKS_ANYWHERE.test(before) || BREAKS_ANYWHERE.test(character)) &&
        !NEVER_FIRST.test(character) &&
        !NEVER_LAST.test(before) &&
        character !== ' ');
    if (isBreak || pieces.length === 0) pieces.push(character);
    else pieces[pieces.length - 1] += character;
    before = character;
  }
  return pieces;
}
