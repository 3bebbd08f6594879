import { expect, test } from 'playwright/test';
import { decodeParam, tagPath } from '../urls';
import { isSlug, toSlug } from './slug';

const TABLE: readonly (readonly [string, string])[] = [
  ['C', 'c'],
  ['C++', 'cpp'],
  ['C++20', 'cpp20'],
  ['g++', 'gpp'],
  ['C#', 'csharp'],
  ['F#', 'fsharp'],
  ['F*', 'fstar'],
  ['.NET', 'dotnet'],
  ['ASP.NET', 'aspnet'],
  ['Node.js', 'nodejs'],
  ['Next.js 16.4', 'nextjs-16-4'],
  ['R&D', 'r-and-d'],
  ['AT&T', 'at-and-t'],
  ['100%', '100-percent'],
  ['A+', 'a-plus'],
  ['日本語', '日本語'],
  ['Hành trình', 'hành-trình'],
  ['Ελληνικά', 'ελληνικά'],
  ['हिन्दी', 'हिन्दी'],
  ['ÜBER', 'über'],
  ['🎉 Party', '🎉-party'],
  ["What's new?", 'whats-new'],
  ['  CI / CD  ', 'ci-cd'],
  ['snake_case', 'snake-case'],
  ['--flag', 'flag'],
  ['!!!', ''],
  ['#', ''],
];

for (const [name, slug] of TABLE) {
  test(`"${name}" has the address "${slug}"`, () => {
    expect(toSlug(name)).toBe(slug);
  });
}

test('eight names that look alike have eight addresses, and each leads back', () => {
  const slugs = ['C', 'C++', 'C#', 'F#', '.NET', 'Node.js', 'R&D', '日本語'].map(toSlug);
  expect(new Set(slugs).size).toBe(8);
  for (const slug of slugs) expect(decodeParam(tagPath(slug).slice('/tags/'.length))).toBe(slug);
});

test('both Unicode forms of a name have one address', () => {
  expect(toSlug('Hành trình'.normalize('NFD'))).toBe(toSlug('Hành trình'.normalize('NFC')));
});

test('an address made from a name can stand in an address, and makes itself', () => {
  for (const [name, slug] of TABLE.filter(([, slug]) => slug !== '')) {
    expect(isSlug(slug), name).toBe(true);
    expect(toSlug(slug), name).toBe(slug);
  }
});

test('what would need escaping, or mean another place, is no slug', () => {
  for (const text of [
    'a b',
    'a/b',
    '..',
    '.hidden',
    '',
    'a?b',
    'a#b',
    'a%b',
    'a&b',
    '-a',
    'a\\b',
    'a\nb',
    '<a>',
  ]) {
    expect(isSlug(text), text).toBe(false);
  }
  for (const text of ['a', 'a-b', 'v1.2', 'a_b', '日本語', '2024', 'ünï', '🎉']) {
    expect(isSlug(text), text).toBe(true);
  }
});
