/** A word of a sentence: between spaces, or before a punctuation character. */
const WORD = /\s(?:or|to|is|of|[a-z]{3,})(?=[\s,.;:])/i;

/** Commands of TeX with the groups behind them, and other groups: `\text{if and only if}`, `x_{max}`. */
const OF_TEX = /\\[a-z]+|\{[^{}]*\}/gi;

/** True where the TeX between two single dollar signs has words of a sentence, as in "$5 or 6$": it may be none. */
export function hasWords(tex: string): boolean {
  let [text, before] = [tex, ''];
  while (text !== before) [text, before] = [text.replace(OF_TEX, ''), text];
  return WORD.test(text);
}
