import { expect, test } from 'playwright/test';
import { en, type MessageName } from './en';
import { findMessages, LANGUAGES } from './languages';
import { formatMessage, type Message, parseMessage } from './messages';

const NAMES = Object.keys(en) as MessageName[];

/** Words that a language shares with English. */
const SHARED: Readonly<Record<string, readonly MessageName[]>> = {
  cs: ['tip', 'diagram'],
  fr: [
    'figure',
    'site',
    'colophon',
    'titleOfPage',
    'pages',
    'page',
    'important',
    'code',
    'erratum',
    'mentions',
  ],
  it: ['formula', 'colophon'],
  nl: ['tip', 'code', 'codeVariant', 'contrast', 'diagram', 'erratum'],
  da: ['tip', 'codeVariant', 'diagram', 'send'],
  de: ['commentName'],
  nb: ['codeVariant', 'diagram', 'send'],
  pl: ['diagram'],
  pt: ['site'],
  ro: ['contrast'],
  sv: ['codeVariant', 'diagram'],
  tr: ['site'],
};

test('the interface is in 24 languages or more, right-to-left ones among them', () => {
  expect(Object.keys(LANGUAGES).length).toBeGreaterThanOrEqual(24);
  expect(Object.keys(LANGUAGES)).toEqual(expect.arrayContaining(['ar', 'de', 'en', 'he', 'ja']));
});

for (const [tag, messages] of Object.entries(LANGUAGES)) {
  test(`${tag} has every string, with its values and links and a text for each plural form`, () => {
    expect(Object.keys(messages).sort()).toEqual([...NAMES].sort());
    const forms = new Intl.PluralRules(tag).resolvedOptions().pluralCategories;
    // In three comparisons: each takes the runner half a millisecond, and there are thousands of strings.
    const slots = (of: Readonly<Record<MessageName, Message>>) =>
      NAMES.map((name) => [name, listSlots(of[name])]);
    expect(slots(messages)).toEqual(slots(en));
    const plurals = NAMES.map((name) => messages[name]).filter((message) => typeof message !== 'string');
    const sorted = [...forms].sort();
    expect(plurals.map((message) => Object.keys(message).sort())).toEqual(plurals.map(() => sorted));
    const texts = NAMES.map((name) => messages[name]).flatMap((message) =>
      typeof message === 'string' ? message : Object.values(message),
    );
    expect(texts.filter((text) => text === '' || text !== text.trim())).toEqual([]);
  });

  if (tag !== 'en')
    test(`${tag} has no string left in English`, () => {
      const same = NAMES.filter((name) => JSON.stringify(messages[name]) === JSON.stringify(en[name]));
      expect(same.sort()).toEqual([...(SHARED[tag] ?? [])].sort());
    });
}

test('a language is found by its region and script', () => {
  const archive = (tag: string) => findMessages(tag)?.archive;
  expect(['zh', 'zh-CN', 'zh-TW', 'zh-Hant-HK', 'no', 'nb-NO', 'pt-BR', 'en-US', 'tlh'].map(archive)).toEqual(
    ['归档', '归档', '彙整', '彙整', 'Arkiv', 'Arkiv', 'Arquivo', 'Archive', undefined],
  );
});

test('languages with many plural forms use each of them', () => {
  const notes = (language: string, counts: readonly number[]) =>
    counts.map((count) =>
      formatMessage({ language, messages: LANGUAGES[language] ?? en }, 'notes', { count }),
    );
  expect(notes('ru', [1, 2, 5, 21])).toEqual(['1 запись', '2 записи', '5 записей', '21 запись']);
  expect(notes('pl', [1, 2, 5, 22])).toEqual(['1 wpis', '2 wpisy', '5 wpisów', '22 wpisy']);
  expect(new Set(notes('ar', [0, 1, 2, 3, 11, 100]).map((text) => text.replace(/[\d٠-٩]+/, ''))).size).toBe(
    5,
  );
});

/** Values and links, each once; one form of a plural may say its number in a word. */
function listSlots(message: Message): string[] {
  const texts = typeof message === 'string' ? [message] : Object.values(message);
  const parts = texts.flatMap(parseMessage).filter((part) => typeof part !== 'string');
  return [...new Set(parts.map((part) => ('value' in part ? part.value : `<${part.link}>`)))].sort();
}
