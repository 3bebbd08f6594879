/** Words a minute of silent reading of English non-fiction: Brysbaert 2019, doi 10.1016/j.jml.2019.104047. */
const WORDS_PER_MINUTE = 238;
/** Characters a minute for Chinese and Japanese: Brysbaert's 260 words at about 1.6 characters a word, rounded. */
const CHARACTERS_PER_MINUTE = 400;

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’_-]*/gu;

/**
 * Counts the words of a Markdown body, code included, mark-up and addresses left out. A Chinese or Japanese
 * character counts as a word. Minutes are at least 1.
 */
export function countWords(body: string): { words: number; minutes: number } {
  const text = body
    .replace(/<\/?[a-z][^<>]*>/gi, ' ')
    .replace(/\]\([^)]*\)/g, '] ')
    .replace(/https?:\/\/\S+/g, ' ');
  const characters = text.match(CJK)?.length ?? 0;
  const words = text.replace(CJK, ' ').match(WORD)?.length ?? 0;
  const minutes = Math.round(words / WORDS_PER_MINUTE + characters / CHARACTERS_PER_MINUTE);
  return { words: words + characters, minutes: Math.max(1, minutes) };
}
