/** A term of the index, and where in the text it stands. */
export interface Token {
  readonly term: string;
  readonly from: number;
  readonly to: number;
  /** A part of a longer name, such as `effect` in `useEffect`. */
  readonly isPart: boolean;
}

/** Scripts written without spaces between words: indexed by pairs of characters, so that any substring is found. */
const UNSPACED =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}々ー';
/** Longer names are cut: hashes and encoded data are no words. */
const LONGEST = 40;

const PLAIN_WORD = /^[a-z]{1,40}$/;
const RUN = new RegExp(
  `[${UNSPACED}][${UNSPACED}\\p{M}]*|(?:(?![${UNSPACED}])[\\p{L}\\p{N}\\p{M}_$]|(?<=\\p{L})['’](?=\\p{L}))+`,
  'gu',
);
const SPACED = new RegExp(`[^${UNSPACED}]+`, 'gu');
const STARTS_UNSPACED = new RegExp(`^[${UNSPACED}]`, 'u');
const PART = /\p{Lu}+(?![\p{Ll}\p{N}])|\p{Lu}?[\p{Ll}\p{Lo}\p{Lt}\p{M}\p{N}'’]+|\p{Lu}+/gu;

/** What programmers write together with other characters. Each is a term of its own, beside the words in it. */
const COMPOUNDS: readonly RegExp[] = [
  // C++, C#, F#
  /(?<![\p{L}\p{N}_])\p{L}[\p{L}\p{N}]{0,15}(?:\+\+|#)(?![\p{L}_+#])/gu,
  // C++20
  /(?<![\p{L}\p{N}_])\p{L}[\p{L}\p{N}]{0,15}\+\+\p{N}+/gu,
  // .NET, .map
  /(?<!\.)\.[\p{L}_][\p{L}\p{N}_]+/gu,
  // --flag, -rf
  /(?<![\p{L}\p{N}_-])--?\p{L}[\p{L}\p{N}_-]*(?<!-)/gu,
  // @decorator, @scope/package
  /(?<![\p{L}\p{N}_])@[\p{L}_][\p{L}\p{N}_-]*/gu,
  /(?<![\p{L}\p{N}_])@[\p{L}_][\p{L}\p{N}_-]*\/[\p{L}\p{N}_-]+/gu,
  // #include
  /(?<![\p{L}\p{N}_&])#[\p{L}_][\p{L}\p{N}_-]*/gu,
  // std::vector, foo.bar, node->next, content-visibility; of longer chains each pair
  /(?<![\p{L}\p{N}_])(?=([\p{L}\p{N}_$]+(?:::|->|\?\.|[.-])[\p{L}_$][\p{L}\p{N}_$]*))/gu,
  // 🎉, ❤️, 👩‍💻, 🇻🇳; not ©, ® and ™
  /\p{RI}{2}|(?![©®™‼⁉\u2139])\p{ExtPict}(?:\p{EMod}|\uFE0F|\u200D\p{ExtPict})*/gu,
  // =>, ??, &&=
  /(?<!\S)[!%&*+\-/:<=>?^|~]{2,4}(?!\S)/gu,
];

/** The terms of a text, in no particular order. The same for texts and for what is searched in them. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (const chunk of text.matchAll(/\S+/g)) addChunk(tokens, chunk[0], chunk.index);
  return tokens;
}

/**
 * A text as terms are spelled: lower case, without the accents of Latin, Greek and Cyrillic letters; pictographs without
 * the colour of their skin, and without the character that they are to be drawn as such.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f'’]|\uFE0F|\p{EMod}/gu, '')
    .normalize('NFC');
}

function addChunk(tokens: Token[], chunk: string, at: number): void {
  // The common case first: this runs for every word of every post.
  const bare = chunk.replace(/[.,;:]$/, '');
  if (PLAIN_WORD.test(bare)) {
    tokens.push({ term: bare, from: at, to: at + bare.length, isPart: false });
    return;
  }
  for (const run of chunk.matchAll(RUN)) {
    if (STARTS_UNSPACED.test(run[0])) addPairs(tokens, run[0], at + run.index);
    // The C of C++ is not the language C; what is longer is found by its beginning.
    else if (/^(\+\+|#)(?![\p{L}_+#])/u.test(chunk.slice(run.index + run[0].length))) continue;
    else addWord(tokens, run[0], at + run.index);
  }
  if (!/[^\p{L}\p{N}\p{M}]/u.test(bare)) return;
  for (const part of chunk.matchAll(SPACED)) addCompounds(tokens, part[0], at + part.index);
}

function addCompounds(tokens: Token[], text: string, at: number): void {
  for (const pattern of COMPOUNDS) {
    for (const match of text.matchAll(pattern)) add(tokens, match[1] ?? match[0], at + match.index, false);
  }
}

function addWord(tokens: Token[], word: string, at: number): void {
  add(tokens, word, at, false);
  const parts = [...word.matchAll(PART)];
  if (parts.length === 1 && parts[0]?.[0].length === word.length) return;
  for (const part of parts) {
    if (part[0].length > 1) add(tokens, part[0], at + part.index, true);
  }
}

function addPairs(tokens: Token[], run: string, at: number): void {
  const characters = [...run.matchAll(/\P{M}\p{M}*/gu)];
  characters.forEach((character, index) => {
    const next = characters[index + 1]?.[0] ?? '';
    add(tokens, character[0] + next, at + character.index, false);
  });
}

function add(tokens: Token[], found: string, at: number, isPart: boolean): void {
  const term = fold(found).slice(0, LONGEST);
  if (term !== '') tokens.push({ term, from: at, to: at + found.length, isPart });
}
