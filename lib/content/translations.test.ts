import { expect, test } from 'playwright/test';
import { buildIndex } from './build-index';
import type { DocumentFile } from './read';
import { getTranslations } from './translations';

test('each side of a translation knows the other', () => {
  const index = toIndex({
    hello: '',
    hallo: 'lang: de\ntranslationOf: hello',
    bonjour: 'lang: fr\ntranslationOf: hello',
    draft: 'lang: it\ntranslationOf: hello\ndraft: true',
    alone: '',
  });
  expect(index.problems).toEqual([]);
  const groups = index.posts.map((post) => [post.slug, getTranslations(index, post).map(({ slug }) => slug)]);
  const group = ['hello', 'bonjour', 'hallo'];
  expect(Object.fromEntries(groups)).toEqual({ hello: group, hallo: group, bonjour: group, alone: [] });
});

test('a translation of nothing, of another translation or into the same language is an error', () => {
  const messages = (fields: string) =>
    toIndex({ hello: '', hallo: 'lang: de\ntranslationOf: hello', other: fields }).problems.map(
      ({ message }) => message,
    );
  expect(messages('lang: fr\ntranslationOf: helo')).toEqual([
    'There is no post "helo" that this could translate. Did you mean "hello"?',
  ]);
  expect(messages('lang: fr\ntranslationOf: hallo')).toEqual(['"hallo" is a translation itself.']);
  expect(messages('translationOf: hello')).toEqual([
    'This translation has the language "en", as has posts/hello.md.',
  ]);
  expect(messages('lang: de\ntranslationOf: hello')).toEqual([
    'This translation has the language "de", as has posts/hallo.md.',
  ]);
});

function toIndex(posts: Readonly<Record<string, string>>) {
  const files = Object.entries(posts).map(
    ([name, fields]): DocumentFile => ({
      file: `posts/${name}.md`,
      source: `---\ntitle: ${name}\ndescription: A post.\ndate: 2024-01-01\n${fields}\n---\nText.\n`,
      name,
      format: 'md',
      folder: '/x/posts',
      assets: [],
      problems: [],
    }),
  );
  const nothing = {
    tags: undefined,
    authors: undefined,
    site: undefined,
    strings: undefined,
    style: undefined,
    components: [],
    pages: [],
    parts: [],
    problems: [],
  };
  return buildIndex({ root: '/x', posts: files, ...nothing }, '2024-06-01', 'public');
}
