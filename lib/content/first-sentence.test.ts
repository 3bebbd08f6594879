import { expect, test } from 'playwright/test';
import { getFirstSentence } from './first-sentence';

test('the first sentence of a text stands for it where there is one line', () => {
  const first = 'How the cache of a build is kept on the disk.';
  expect(getFirstSentence(`${first} And what empties it.`, 'en')).toBe(first);
  expect(getFirstSentence(first, 'en')).toBe(first);
  expect(getFirstSentence('', 'en')).toBe('');
  const japanese =
    '文章を組むときに約物と空白をどう扱うか、ブラウザーの実装を比べながら順に確かめていきます。';
  expect(getFirstSentence(`${japanese}続きます。`, 'ja')).toBe(japanese);
});

test('what ends early, as at an abbreviation, is no sentence yet', () => {
  const text = 'Found by Dr. Smith in a table of the year 1911. Then lost.';
  expect(getFirstSentence(text, 'en')).toBe('Found by Dr. Smith in a table of the year 1911.');
  expect(getFirstSentence('Short. Words. Only.', 'en')).toBe('Short. Words. Only.');
});
