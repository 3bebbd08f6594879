import type { Site } from '../site/site';
import { markPunctuation } from './mark-punctuation';
import { hasMarks, MARKS, type Mark } from './punctuation-marks';
import { quotesOf, spacesOf } from './punctuation-of-languages';

const PLAIN: Readonly<Record<Mark, string>> = {
  openDouble: '"',
  closeDouble: '"',
  openSingle: "'",
  closeSingle: "'",
  apostrophe: "'",
  enDash: '--',
  emDash: '---',
  ellipsis: '...',
  beforeUnit: ' ',
  beforeHighPunctuation: ' ',
  besideGuillemet: ' ',
  filler: '',
};

const ANY_MARK = /[\uFDD0-\uFDDB]/g;

/** What the marks of a text become: each mark by its character. `protect` prepares what is put in, such as for a string of code. */
function replaceMarks(
  text: string,
  forms: Readonly<Record<Mark, string>>,
  protect = (form: string) => form,
): string {
  const byMark = new Map(Object.entries(MARKS).map(([name, mark]) => [mark, protect(forms[name as Mark])]));
  return text.replace(ANY_MARK, (mark) => byMark.get(mark) ?? '');
}

/** A text with marks as its author typed it. */
export function toPlainPunctuation(text: string): string {
  return hasMarks(text) ? replaceMarks(text, PLAIN) : text;
}

/** A text with marks as it is printed in a language (BCP 47); as its author typed it where there is none. */
export function toPunctuation(text: string, language: string | undefined): string {
  return hasMarks(text) ? replaceMarks(text, formsOf(language)) : text;
}

/** The same within strings of JavaScript, where the plain form of a quotation mark would end the string. */
export function toPunctuationInCode(code: string, language: string | undefined): string {
  const protect = (form: string) => form.replace(/["']/g, '\\$&');
  return hasMarks(code) ? replaceMarks(code, formsOf(language), protect) : code;
}

function formsOf(language: string | undefined): Readonly<Record<Mark, string>> {
  if (language === undefined) return PLAIN;
  const [openDouble, closeDouble, openSingle, closeSingle] = quotesOf(language);
  const { beforeHighPunctuation, besideGuillemet } = spacesOf(language);
  return {
    ...{ openDouble, closeDouble, openSingle, closeSingle },
    ...{ beforeHighPunctuation, besideGuillemet },
    apostrophe: '’',
    enDash: '–',
    emDash: '—',
    ellipsis: '…',
    beforeUnit: '\u00A0',
    filler: '',
  };
}

/** The language (BCP 47) whose punctuation a document is printed with; undefined where a blog prints what is typed. */
export function getPunctuationLanguage(
  { lang }: { readonly lang?: string | undefined },
  { language, smartPunctuation }: Pick<Site, 'language' | 'smartPunctuation'>,
): string | undefined {
  return smartPunctuation ? (lang ?? language) : undefined;
}

/** A line of plain text, such as a title, as it is printed in a language; as it is where there is none. */
export function setPunctuation(text: string, language: string | undefined): string {
  return language === undefined ? text : toPunctuation(markPunctuation(text), language);
}
