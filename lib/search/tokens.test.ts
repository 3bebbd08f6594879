import { expect, test } from 'playwright/test';
import { tokenize } from './tokens';

const termsOf = (text: string) => tokenize(text).map(({ term }) => term);

const NAMES: readonly (readonly [text: string, ...terms: string[]])[] = [
  ['C++', 'c++'],
  ['(C++20)', 'c++', 'c++20'],
  ['C#,', 'c#'],
  ['.NET', '.net'],
  ['ASP.NET', '.net', 'asp.net'],
  ['`--no-cache`', '--no-cache', 'cache'],
  ['useEffect(() => {', 'useeffect', 'effect', '=>'],
  ['use_effect', 'use_effect', 'effect'],
  ['std::vector<int>', 'std::vector', 'vector', 'int'],
  ['@decorator', '@decorator', 'decorator'],
  ['@scope/package', '@scope', '@scope/package'],
  ['self.foo.bar()', 'self.foo', 'foo.bar', 'bar'],
  ['Node.js.', 'node.js', 'node'],
  ['HTTPServer', 'httpserver', 'http', 'server'],
  ['$HOME', '$home', 'home'],
  ['__init__', '__init__', 'init'],
  ['#include', '#include'],
  ['a ??= b', '??='],
  ['Café', 'cafe'],
  ['don’t', 'dont'],
  ['日本語', '日本', '本語', '語'],
  ['Next.jsで', 'next.js', 'で'],
  ['한국어', '한국', '국어'],
  ['🎉 Party', '🎉', 'party'],
  ['Done🎉!', 'done', '🎉'],
  ['❤️', '❤'],
  ['👍🏽', '👍'],
  ['👩‍👩‍👧', '👩‍👩‍👧'],
  ['🇻🇳', '🇻🇳'],
  ['한국🎉어', '한국', '🎉', '어'],
];

for (const [text, ...terms] of NAMES) {
  test(`${text} is found as ${terms.join(', ')}`, () => {
    expect(termsOf(text)).toEqual(expect.arrayContaining(terms));
  });
}

test('characters that are punctuation are no part of a word', () => {
  expect(termsOf('One, two; (three) “four” five.')).toEqual(['one', 'two', 'three', 'four', 'five']);
});

test('trademark and copyright symbols are no pictographs', () => {
  expect(termsOf('Press™ © 2024, ℹ')).toEqual(['press', '2024', 'i']);
});

test('every term says where it stands', () => {
  const text = 'Use `std::vector`, 日本語 or useEffect.';
  for (const { term, from, to } of tokenize(text)) expect(text.slice(from, to).toLowerCase()).toBe(term);
});

test('long names are cut', () => {
  for (const term of termsOf(`${'a'.repeat(500)} ${'aB'.repeat(300)}`))
    expect(term.length).toBeLessThanOrEqual(40);
});
