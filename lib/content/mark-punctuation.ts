import { toMark } from './punctuation-marks';

/** Stands for what is no text, such as code, in a line of text: quotation marks beside it are as beside a word. */
export const OBJECT = '\uFFFC';

const WORD = /[\p{L}\p{N}\p{M}\uFFFC_$\uD800-\uDFFF]/u;
const LETTER = /[\p{L}\p{M}]/u;
const DIGIT = /\p{Nd}/u;
/** After which a quotation begins. */
const OPENS = /[\s([{<‹«„“‚‘¿¡\-–—/=:|\uFDD0\uFDD2]/u;

/** What may follow a number; the symbols of the SI, of computing and of money. */
const UNITS =
  '[kMGTP]?(?:B|iB|bit|bits|bit/s|B/s|Hz|W|Wh|V|A|J|Pa|eV|Ω)|[KMGTP]i?B(?:/s)?|[nµμm]?s|[nµμmck]?m|[µμmk]?g|min|h|ms|px|pt|em|rem|ch|dpi|fps|rpm|°[CF]?|K|%|‰|€|£|¥|bytes?';
/** Behind a number, and at the end of the head of a column: "Size, kB". */
const BEFORE_UNIT = new RegExp(
  `(?<=\\p{Nd}) (?=(?:${UNITS})(?![\\p{L}\\p{N}]))|(?<=[\\p{L}\\p{N})],) (?=(?:${UNITS})$)`,
  'gu',
);

/**
 * A line of text with marks (`toMark`) where punctuation that is typed plainly could be printed well: quotation marks,
 * apostrophes, dashes (`--`, `---`), ellipses, and spaces that must not end a line. What is ambiguous stays as it is: inches
 * and minutes, options of commands, `i--`, `...rest`. As long as the text given.
 */
export function markPunctuation(text: string): string {
  if (!/["']|--|\.\.\.| [;:!?»]|« |\p{Nd} |, \S+$/u.test(text)) return text;
  const marked = text
    .replace(/(?<!-)---?(?!-)/g, (dash, at: number) => (isDash(text, at, dash.length) ? toDash(dash) : dash))
    .replace(/(?<![./\\])\.\.\.(?!\.)/g, (dots, at: number) => (isEllipsis(text, at) ? toEllipsis() : dots))
    .replace(BEFORE_UNIT, toMark('beforeUnit'))
    .replace(/(?<=[\p{L}\p{N}\p{M})\]»”"'\uFFFC]) (?=[;!?]+(?:\s|$|[)»]))/gu, toMark('beforeHighPunctuation'))
    .replace(/(?<=[\p{L}\p{N}\p{M})\]»”"'\uFFFC]) (?=:(?:\s|$))| (?=»)|(?<=«) /gu, toMark('besideGuillemet'));
  return /["']/.test(marked) ? markQuotes(marked) : marked;
}

/** Between spaces or between words; otherwise it is an option, an operator or a decoration. */
function isDash(text: string, at: number, length: number): boolean {
  const [before, after] = [text[at - 1], text[at + length]];
  const isLoose = isSpace(before) && isSpace(after);
  return isLoose || (isWord(before) && isWord(after));
}

function toDash(dash: string): string {
  return toMark(dash.length === 3 ? 'emDash' : 'enDash') + toMark('filler').repeat(dash.length - 1);
}

/** `...rest` spreads. */
function isEllipsis(text: string, at: number): boolean {
  const [before = '', after = ''] = [text[at - 1], text[at + 3]];
  return !/[\p{L}\p{N}_$[{("'`]/u.test(after) || (LETTER.test(before) && LETTER.test(after));
}

function toEllipsis(): string {
  return toMark('ellipsis') + toMark('filler').repeat(2);
}

function markQuotes(text: string): string {
  const characters = text.split('');
  let [doubles, singles] = [0, 0];
  for (const [at, character] of characters.entries()) {
    const [before, after] = [characters[at - 1], characters[at + 1]];
    if (character === '"') {
      const mark = readDouble(before, after, doubles);
      if (mark) characters[at] = toMark(mark);
      if (mark === 'openDouble') doubles += 1;
      if (mark === 'closeDouble') [doubles, singles] = [doubles - 1, doubles > 1 ? singles : 0];
    } else if (character === "'") {
      const mark = readSingle(characters, at, singles);
      if (mark) characters[at] = toMark(mark);
      if (mark === 'openSingle') singles += 1;
      if (mark === 'closeSingle') singles -= 1;
    }
  }
  return characters.join('');
}

/** Undefined for inches and seconds, for a mark within a word, as Hebrew abbreviations have it, and for one that closes nothing. */
function readDouble(before: string | undefined, after: string | undefined, open: number) {
  if (opensAfter(before) && !isSpace(after)) return 'openDouble';
  if (isSpace(before) || open === 0) return undefined;
  if (isLetter(before) && isLetter(after)) return undefined;
  return 'closeDouble';
}

function readSingle(characters: readonly string[], at: number, open: number) {
  const [before, after] = [characters[at - 1], characters[at + 1]];
  if (isWord(before) && isLetter(after)) return 'apostrophe';
  if (opensAfter(before)) {
    if (isSpace(after)) return undefined;
    const rest = characters.slice(at + 1).join('');
    // '90s, 'tis, rock 'n' roll
    if (/^(?:\p{Nd}\ds?(?![\p{L}\p{N}])|(?:n|tis|twas|em|cause|til)(?![\p{L}\p{N}]))/iu.test(rest))
      return 'apostrophe';
    return /(?<!\s)'(?![\p{L}\p{N}])/u.test(rest) ? 'openSingle' : 'apostrophe';
  }
  if (isSpace(before)) return undefined;
  if (open > 0) return 'closeSingle';
  // 6'2
  return before !== undefined && DIGIT.test(before) ? undefined : 'apostrophe';
}

function opensAfter(before: string | undefined): boolean {
  return before === undefined || OPENS.test(before);
}

function isSpace(character: string | undefined): boolean {
  return character === undefined || /\s/.test(character);
}

function isWord(character: string | undefined): boolean {
  return character !== undefined && WORD.test(character);
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && LETTER.test(character);
}
