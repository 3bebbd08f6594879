import type { Messages } from '../../messages';
import { de } from './de';
import { en } from './en';

/** The languages that the interface is in, by tag: a language, with its script where it is written in several. */
export const LANGUAGES: Readonly<Record<string, Messages>> = { de, en };

/** The messages in a BCP 47 language; undefined where the interface is not in it. */
export function findMessages(language: string): Messages | undefined {
  const locale = new Intl.Locale(language);
  const { script } = locale.maximize();
  return LANGUAGES[`${locale.language}-${script}`] ?? LANGUAGES[toMacrolanguage(locale.language)];
}

/** Norwegian is written as Bokmål where nothing else is said. */
function toMacrolanguage(language: string): string {
  return language === 'no' ? 'nb' : language;
}
