/** A shorter one may end at an abbreviation. */
const MIN_LENGTH = 40;

/** The first sentence of a text in a language, for places that have one line; all of it where that is short. */
export function getFirstSentence(text: string, language: string): string {
  const sentences = new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text);
  let first = '';
  for (const { segment } of sentences) {
    first += segment;
    if (first.trim().length >= MIN_LENGTH) break;
  }
  return first.trim();
}
