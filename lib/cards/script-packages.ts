/** Packages of fonts by the script that they have, beside Latin, Greek and Cyrillic; those of Han are chosen by language. */
const PACKAGES: readonly (readonly [RegExp, string])[] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'noto-serif-jp'],
  [/\p{Script=Hangul}/u, 'noto-serif-kr'],
  [/\p{Script=Arabic}/u, 'noto-naskh-arabic'],
  [/\p{Script=Hebrew}/u, 'noto-serif-hebrew'],
  [/\p{Script=Devanagari}/u, 'noto-serif-devanagari'],
  [/\p{Script=Bengali}/u, 'noto-serif-bengali'],
  [/\p{Script=Tamil}/u, 'noto-serif-tamil'],
  [/\p{Script=Telugu}/u, 'noto-serif-telugu'],
  [/\p{Script=Kannada}/u, 'noto-sans-kannada'],
  [/\p{Script=Malayalam}/u, 'noto-serif-malayalam'],
  [/\p{Script=Gujarati}/u, 'noto-serif-gujarati'],
  [/\p{Script=Gurmukhi}/u, 'noto-sans-gurmukhi'],
  [/\p{Script=Sinhala}/u, 'noto-serif-sinhala'],
  [/\p{Script=Thai}/u, 'noto-serif-thai'],
  [/\p{Script=Lao}/u, 'noto-serif-lao'],
  [/\p{Script=Khmer}/u, 'noto-serif-khmer'],
  [/\p{Script=Myanmar}/u, 'noto-serif-myanmar'],
  [/\p{Script=Tibetan}/u, 'noto-serif-tibetan'],
  [/\p{Script=Georgian}/u, 'noto-serif-georgian'],
  [/\p{Script=Armenian}/u, 'noto-serif-armenian'],
  [/\p{Script=Ethiopic}/u, 'noto-sans-ethiopic'],
  [/\p{Emoji_Presentation}|\p{Regional_Indicator}|\u{fe0f}/u, 'noto-emoji'],
  [/\p{Sm}/u, 'stix-two-math'],
];

/** Letters of other alphabets, and every other sign. */
const OTHERS = [
  [/[\p{L}\p{N}\p{P}]/u, 'noto-serif'],
  [/./su, 'noto-sans-symbols-2'],
] as const;

/** The npm package (`@fontsource/…`) with a font for a character that stands in a text of a language (BCP 47). */
export function findPackage(character: string, text: string, language: string): string {
  if (/[\p{Script=Han}\p{Script=Bopomofo}\u3000-\u303f\uff00-\uffef]/u.test(character))
    return `noto-serif-${toHanStyle(text, language)}`;
  const [, name = ''] = [...PACKAGES, ...OTHERS].find(([pattern]) => pattern.test(character)) ?? [];
  return name;
}

/** The same character is drawn as China, Taiwan, Japan and Korea each have it. */
function toHanStyle(text: string, language: string): 'jp' | 'kr' | 'tc' | 'sc' {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text) || /^ja\b/i.test(language)) return 'jp';
  if (/\p{Script=Hangul}/u.test(text) || /^ko\b/i.test(language)) return 'kr';
  return /^zh-(?:.*\b)?(?:Hant|TW|HK|MO)\b/i.test(language) ? 'tc' : 'sc';
}
