/** Opening and closing, of a quotation and of one within it. */
export type Quotes = readonly [string, string, string, string];

const NARROW = '\u202F';
const FULL = '\u00A0';

const ENGLISH: Quotes = ['“', '”', '‘', '’'];
const GERMAN: Quotes = ['„', '“', '‚', '‘'];
const SWISS: Quotes = ['«', '»', '‹', '›'];
const FRENCH: Quotes = [`«${FULL}`, `${FULL}»`, '“', '”'];
const SPANISH: Quotes = ['«', '»', '“', '”'];
const NORDIC: Quotes = ['”', '”', '’', '’'];
const POLISH: Quotes = ['„', '”', '«', '»'];
const RUSSIAN: Quotes = ['«', '»', '„', '“'];

/**
 * Quotation marks by language, as CLDR has them (`delimiters`), but for Spanish, Italian and European Portuguese, whose
 * academies prefer guillemets as CLDR does, and for what CLDR leaves to English.
 */
const QUOTES: Readonly<Record<string, Quotes>> = {
  bg: ['„', '“', '„', '“'],
  ca: SPANISH,
  cs: GERMAN,
  da: ['”', '”', '’', '’'],
  de: GERMAN,
  'de-CH': SWISS,
  'de-LI': SWISS,
  el: SPANISH,
  es: SPANISH,
  et: ['„', '“', '«', '»'],
  eu: ['“', '”', '‘', '’'],
  fi: NORDIC,
  fr: FRENCH,
  'fr-CH': [`«${NARROW}`, `${NARROW}»`, `‹${NARROW}`, `${NARROW}›`],
  hr: ['„', '”', '‚', '’'],
  hu: ['„', '”', '»', '«'],
  is: GERMAN,
  it: SPANISH,
  'it-CH': SWISS,
  lt: GERMAN,
  lv: ['„', '”', '‚', '’'],
  nb: ['«', '»', '‘', '’'],
  nn: ['«', '»', '‘', '’'],
  no: ['«', '»', '‘', '’'],
  pl: POLISH,
  'pt-PT': SPANISH,
  ro: ['„', '”', '«', '»'],
  ru: RUSSIAN,
  sk: GERMAN,
  sl: ['„', '“', '‚', '‘'],
  sr: ['„', '”', '’', '’'],
  sv: NORDIC,
  uk: RUSSIAN,
};

/** The quotation marks of a language (BCP 47), or of one that has none of its own those of English. */
export function quotesOf(language: string): Quotes {
  const { language: name, region } = new Intl.Locale(language);
  return QUOTES[`${name}-${region ?? ''}`] ?? QUOTES[name] ?? ENGLISH;
}

/** The space before `;`, `!` and `?`, and that before `:` and within guillemets, where an author wrote one. */
export function spacesOf(language: string): { beforeHighPunctuation: string; besideGuillemet: string } {
  const { language: name, region } = new Intl.Locale(language);
  if (name !== 'fr') return { beforeHighPunctuation: ' ', besideGuillemet: ' ' };
  return { beforeHighPunctuation: NARROW, besideGuillemet: region === 'CH' ? NARROW : FULL };
}
