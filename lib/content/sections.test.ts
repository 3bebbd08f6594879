import { expect, test } from 'playwright/test';
import { findSection, getSectionOf, listSections } from './sections';
import { indexContent, writePost } from './write-content';

const site = (languages: string) => ({ 'site.ts': `export default { languages: ${languages} };` });

const FILES = {
  'posts/one.md': writePost(['tags: [Numbers]'], 'One.'),
  'posts/eins.md': writePost(['lang: de', 'tags: [Zahlen, Numbers]', 'series: Reihe'], 'Eins.'),
  'posts/zwei.md': writePost(['lang: de-AT', 'tags: [Zahlen]', 'series: Reihe'], 'Zwei.'),
  'posts/un.md': writePost(['lang: fr'], 'Un.'),
  'tags.yml': 'Numbers: { description: On numbers. }\n',
};

test('a blog without further languages is its only section', () => {
  const index = indexContent(FILES);
  expect(listSections(index)).toEqual([index]);
  expect(listSections(index)[0]).toBe(index);
  expect(findSection(index, 'de')).toBeUndefined();
});

test('a section lists the posts of its language, and the main one all others', () => {
  const index = indexContent({ ...FILES, ...site("['de']") });
  expect(index.problems).toEqual([]);
  const [main, german] = listSections(index);
  expect(main?.posts.map(({ slug }) => slug).sort()).toEqual(['one', 'un']);
  expect(german?.posts.map(({ slug }) => slug).sort()).toEqual(['eins', 'zwei']);
  expect([...(main?.tags.keys() ?? [])]).toEqual(['numbers']);
  expect([...(german?.tags.keys() ?? [])]).toEqual(['numbers', 'zahlen']);
  expect([main?.series.size, german?.series.get('reihe')?.posts.length]).toEqual([0, 2]);
  expect(findSection(index, 'de')).toBe(german);
  expect(getSectionOf(index, { lang: 'de-CH' })).toBe(german);
  expect(getSectionOf(index, { lang: 'den' })).toBe(main);
});

test('a section is in its language, and borrows no words of another', () => {
  const index = indexContent({ ...FILES, ...site("['de']"), 'parts/home.md': 'Hello.' });
  const german = findSection(index, 'de');
  expect(german?.strings).toMatchObject({ language: 'de', section: '/de' });
  expect(german?.site.navigation).toEqual([
    { label: 'Archiv', href: '/de/posts' },
    { label: 'Themen', href: '/de/tags' },
    { label: 'Suche', href: '/de/search' },
  ]);
  expect(german?.site.description).toBe('Colophon · Deutsch');
  expect(german?.tags.get('numbers')?.tag.description).toBeUndefined();
  expect(german?.parts.size).toBe(0);
});

test('a section has what the settings and its parts say', () => {
  const section =
    "[{ language: 'de', title: 'Zahlen', navigation: [{ label: 'Alles', href: '/de/posts' }] }]";
  const index = indexContent({ ...FILES, ...site(section), 'parts/home.de.md': 'Hallo.' });
  expect(index.problems).toEqual([]);
  const german = findSection(index, 'de');
  expect(german?.site).toMatchObject({ title: 'Zahlen', navigation: [{ label: 'Alles' }] });
  expect(german?.parts.get('home')).toMatchObject({ body: 'Hallo.', lang: 'de' });
});

test('lists that only a section has redirect to it', () => {
  const index = indexContent({ ...FILES, ...site("['de']") });
  expect(index.redirects).toEqual([
    { from: '/tags/zahlen', to: '/de/tags/zahlen' },
    { from: '/series/reihe', to: '/de/series/reihe' },
  ]);
});

test('the longest language that fits has a post', () => {
  const index = indexContent({ ...FILES, ...site("['de', 'de-AT']") });
  expect(listSections(index).map(({ posts }) => posts.map(({ slug }) => slug).sort())).toEqual([
    ['one', 'un'],
    ['eins'],
    ['zwei'],
  ]);
  expect(findSection(index, 'de-at')?.strings.section).toBe('/de-at');
});

for (const [name, languages, message] of [
  ['unknown', "['dee']", 'The interface is not in the language "dee". Did you mean "de"?'],
  ['of no interface', "['eo']", 'The interface is not in the language "eo".'],
  [
    'no language',
    "['not a tag']",
    '"languages, item 1" must be a language tag such as "de", or an object with "language".',
  ],
  ['the main one', "['en']", '"en" is the main language of the blog, which needs no section.'],
  ['twice', "['de', 'deu']", 'There are two sections for the language "de".'],
  [
    'with an unknown setting',
    "[{ language: 'de', titel: 'x' }]",
    '"languages, item 1, titel" is not a setting.',
  ],
] as const) {
  test(`a further language that is ${name} is an error`, () => {
    const { problems } = indexContent({ 'posts/one.md': writePost([], 'One.'), ...site(languages) });
    expect(problems).toMatchObject([{ severity: 'error', file: 'site.ts', message }]);
  });
}

test('a page cannot have the address of a section', () => {
  const files = { ...FILES, ...site("['de']"), 'pages/de.md': '---\ntitle: De\n---\n\nWords.' };
  expect(indexContent(files).problems).toMatchObject([
    { severity: 'error', message: 'The slug "de" is reserved: the site uses this address itself.' },
  ]);
});
