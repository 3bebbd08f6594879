import { expect, test } from 'playwright/test';
import { de } from './de';
import { en } from './en';
import {
  formatList,
  formatMessage,
  formatMinutes,
  type Messages,
  parseMessage,
  splitMessage,
} from './messages';

const english = { language: 'en', messages: en };
const german = { language: 'de', messages: de };

test('a message takes the plural form of its count, and writes numbers as the language does', () => {
  expect([0, 1, 1200].map((count) => formatMessage(english, 'notes', { count }))).toEqual([
    '0 notes',
    '1 note',
    '1,200 notes',
  ]);
  expect(formatMessage(german, 'notes', { count: 1200 })).toBe('1.200 Beiträge');
});

test('every plural form of a language is chosen', () => {
  const notes = { one: '{count} a', few: '{count} b', many: '{count} c', other: '{count} d' };
  const polish = { language: 'pl', messages: { ...en, notes } satisfies Messages };
  const forms = [1, 2, 5, 22, 1.5].map((count) => formatMessage(polish, 'notes', { count }));
  expect(forms).toEqual(['1 a', '2 b', '5 c', '22 b', '1,5 d']);
});

test('a value that is not given stays, and one with braces is not read again', () => {
  expect(formatMessage(english, 'titleOfPage', { title: '{page}', page: 2 })).toBe('{page}, page 2');
  expect(formatMessage(english, 'page')).toBe('Page {page}');
});

test('values and links stand apart from the text', () => {
  expect(splitMessage(english, 'published')).toEqual([
    'This note was first published on ',
    { value: 'date' },
    '.',
  ]);
  expect(parseMessage('<a>one</a> < {b} <c>')).toEqual([
    { link: 'a', text: 'one' },
    ' < ',
    { value: 'b' },
    ' <c>',
  ]);
});

test('lists and durations are those of the language', () => {
  expect(formatList(['A', 'B', 'C'], 'en')).toBe('A, B and C');
  expect(formatList(['A', 'B', 'C'], 'de')).toBe('A, B und C');
  expect([formatMinutes(1, 'en'), formatMinutes(9, 'en'), formatMinutes(9, 'de')]).toEqual([
    '1 minute',
    '9 minutes',
    '9 Minuten',
  ]);
});
