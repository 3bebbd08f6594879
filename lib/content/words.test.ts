import { expect, test } from 'playwright/test';
import { countWords } from './words';

test('words are counted as a reader counts them', () => {
  expect(countWords('One two three.').words).toBe(3);
  expect(countWords("It's a well-known snake_case word.").words).toBe(5);
  expect(countWords('Ein Wörterbuch für Füchse').words).toBe(4);
  expect(countWords('').words).toBe(0);
});

test('addresses and mark-up are not read, their words are', () => {
  expect(countWords('See [the manual](https://example.com/a/b) or https://example.com/c.').words).toBe(4);
  expect(countWords('<Callout kind="note">Two words</Callout>').words).toBe(2);
});

test('text between two comparison signs is text', () => {
  expect(countWords('If a < 5 then\n\nthe answer is > 3.').words).toBe(8);
  expect(countWords('import duties rose').words).toBe(3);
});

test('a Chinese or Japanese character counts as a word', () => {
  expect(countWords('日本語の文').words).toBe(5);
  expect(countWords('Node.js は速い').words).toBe(5);
});

test('minutes follow from the reading speed and are at least one', () => {
  expect(countWords('word '.repeat(238 * 4)).minutes).toBe(4);
  expect(countWords('字'.repeat(1200)).minutes).toBe(3);
  expect(countWords('').minutes).toBe(1);
});
