/** Languages whose usual script runs from right to left (Unicode CLDR, scripts Arab, Hebr, Syrc, Thaa, Nkoo). */
const RIGHT_TO_LEFT = new Set('ar arc ckb dv fa he ks nqo ps sd syr ug ur yi'.split(' '));
const RIGHT_TO_LEFT_SCRIPTS = new Set(['Arab', 'Hebr', 'Nkoo', 'Syrc', 'Thaa']);

/** The writing direction of a BCP 47 language, for `dir`. */
export function directionOf(tag: string): 'ltr' | 'rtl' {
  const { language, script } = new Intl.Locale(tag);
  return script ? toDirection(RIGHT_TO_LEFT_SCRIPTS.has(script)) : toDirection(RIGHT_TO_LEFT.has(language));
}

/**
 * What a page says of a text in another language than its own: attributes for the words of the site that stand among
 * those of the text, so that they are read aloud and ordered as they are meant.
 */
export function languageAmong(
  site: string,
  text: string | undefined,
): { lang?: string; dir?: 'ltr' | 'rtl' } {
  return text === undefined || text === site ? {} : { lang: site, dir: directionOf(site) };
}

function toDirection(isRightToLeft: boolean): 'ltr' | 'rtl' {
  return isRightToLeft ? 'rtl' : 'ltr';
}
