/** A stretch of a line, from its first character to before the one at `to`. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * Where the words occur in a line, in order and without overlap. A word is found whole: `id` is not in `width`,
 * `.map(` is in `list.map(x)`.
 */
export function findWords(text: string, words: readonly string[]): Span[] {
  const found: Span[] = [];
  for (const word of words) {
    if (word === '') continue;
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
      const to = at + word.length;
      if (!isInsideWord(text, at) && !isInsideWord(text, to)) found.push({ from: at, to });
    }
  }
  found.sort((a, b) => a.from - b.from || a.to - b.to);
  const merged: Span[] = [];
  for (const span of found) {
    const last = merged.at(-1);
    if (!last || span.from > last.to) merged.push(span);
    else merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
  }
  return merged;
}

function isInsideWord(text: string, at: number): boolean {
  return /[\p{L}\p{N}_$]/u.test(text.charAt(at - 1)) && /[\p{L}\p{N}_$]/u.test(text.charAt(at));
}
