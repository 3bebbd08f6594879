import { expect, test } from 'playwright/test';
import { suggestLanguage } from './languages';

for (const [typed, meant] of [
  ['ts-x', 'tsx'],
  ['pyhton', 'python'],
  ['javscript', 'javascript'],
  ['dockerfil', 'dockerfile'],
  ['terminl', 'terminal'],
] as const) {
  test(`${typed} is ${meant}`, () => expect(suggestLanguage(typed)).toBe(meant));
}
