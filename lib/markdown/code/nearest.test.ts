import { expect, test } from 'playwright/test';
import { suggestLanguage } from './languages';
import { findNearest } from './nearest';

test('finds a slip of the keys, not any word', () => {
  expect(findNearest('tilte', ['title', 'tab'])).toBe('title');
  expect(findNearest('xyzzy', ['title', 'tab'])).toBeUndefined();
  expect(findNearest('', ['title'])).toBeUndefined();
});

for (const [typed, meant] of [
  ['ts-x', 'tsx'],
  ['pyhton', 'python'],
  ['javscript', 'javascript'],
  ['dockerfil', 'dockerfile'],
  ['terminl', 'terminal'],
] as const) {
  test(`${typed} is ${meant}`, () => expect(suggestLanguage(typed)).toBe(meant));
}
