import { expect, test } from 'playwright/test';
import { formatMessage } from '../site/strings/messages';
import { indexContent } from './write-content';

function index(language: string, strings = '') {
  return indexContent({
    'site.ts': `export default { language: '${language}' };`,
    ...(strings && { 'strings.yml': strings }),
  });
}

test('the language of the settings chooses the strings, by its region and script or without', () => {
  const titles = ['en', 'en-GB', 'de', 'de-CH'].map((tag) => formatMessage(index(tag).strings, 'archive'));
  expect(titles).toEqual(['Archive', 'Archive', 'Archiv', 'Archiv']);
  expect(index('de').problems).toEqual([]);
});

test('the links of the header are in the language too, unless the settings name them', () => {
  expect(index('de').site.navigation.map(({ label }) => label)).toEqual(['Archiv', 'Themen', 'Suche']);
});

test('a language that the interface is not in is shown in English, with a warning', () => {
  const { strings, problems } = index('tlh');
  expect(formatMessage(strings, 'archive')).toBe('Archive');
  expect(problems).toMatchObject([
    {
      file: 'site.ts',
      line: 1,
      severity: 'warning',
      message: 'The interface is not in "tlh": it is shown in English.',
    },
  ]);
});

test('strings.yml words any of them differently', () => {
  const { strings, problems } = index(
    'en',
    'archive: All of it\nnotes:\n  one: One post\n  other: "{count} posts"\n',
  );
  expect(problems).toEqual([]);
  expect(formatMessage(strings, 'archive')).toBe('All of it');
  expect([1, 2].map((count) => formatMessage(strings, 'notes', { count }))).toEqual(['One post', '2 posts']);
  expect(formatMessage(strings, 'search')).toBe('Search');
});

test('a string that is wrong is reported where it stands, and that of the engine stays', () => {
  const { strings, problems } = index(
    'en',
    'archiv: A\narchive: ""\npage: Page {number}\nsearch: [a]\nnotes:\n  few: "{count} posts"\n__proto__: x\nfeed: <b>Feed</b>\n',
  );
  expect(problems.map(({ file, line, message }) => `${file}:${line} ${message}`)).toEqual([
    'strings.yml:1 There is no string "archiv". Did you mean "archive"?',
    'strings.yml:2 "archive" is empty.',
    'strings.yml:3 "page" has {number}, which this string does not know.',
    'strings.yml:4 "search" must be text.',
    'strings.yml:6 "notes" must be text, or a text for each plural form of the language: one, other.',
    'strings.yml:7 There is no string "__proto__".',
    'strings.yml:8 "feed" has <b>, which this string does not know.',
  ]);
  expect(formatMessage(strings, 'archive')).toBe('Archive');
  expect(problems.every(({ severity, remedy }) => severity === 'error' && remedy.length > 10)).toBe(true);
});

test('a file that is no list of strings is an error, and an empty one is none', () => {
  expect(index('en', 'words').problems).toMatchObject([{ file: 'strings.yml', severity: 'error' }]);
  expect(index('en', 'archive: "a').problems).toMatchObject([{ file: 'strings.yml', severity: 'error' }]);
  expect(index('en', '# nothing yet\n').problems).toEqual([]);
});
