import { ar } from './ar';
import { cs } from './cs';
import { da } from './da';
import { de } from './de';
import { el } from './el';
import { en } from './en';
import { es } from './es';
import { fi } from './fi';
import { fr } from './fr';
import { he } from './he';
import { it } from './it';
import { ja } from './ja';
import { ko } from './ko';
import type { Messages } from './messages';
import { nb } from './nb';
import { nl } from './nl';
import { pl } from './pl';
import { pt } from './pt';
import { ro } from './ro';
import { ru } from './ru';
import { sv } from './sv';
import { tr } from './tr';
import { uk } from './uk';
import { zhHans } from './zh-hans';
import { zhHant } from './zh-hant';

/** The languages that the interface is in, by tag: a language, with its script where it is written in several. */
export const LANGUAGES: Readonly<Record<string, Messages>> = {
  ar,
  cs,
  da,
  de,
  el,
  en,
  es,
  fi,
  fr,
  he,
  it,
  ja,
  ko,
  nb,
  nl,
  pl,
  pt,
  ro,
  ru,
  sv,
  tr,
  uk,
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
};

/** The messages in a BCP 47 language; undefined where the interface is not in it. */
export function findMessages(language: string): Messages | undefined {
  const locale = new Intl.Locale(language);
  const { script } = locale.maximize();
  return LANGUAGES[`${locale.language}-${script}`] ?? LANGUAGES[toOwnTag(locale.language)];
}

/** Norwegian is written as Bokmål where nothing else is said. */
function toOwnTag(language: string): string {
  return language === 'no' ? 'nb' : language;
}
