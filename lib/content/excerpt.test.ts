import { expect, test } from 'playwright/test';
import { toExcerpt } from './excerpt';

const EXCERPTS: Readonly<Record<string, string>> = {
  'One *small* step.\n\nTwo.': 'One small step.',
  '# Title\n\n![A picture](a.png)\n\nWords with `code` and a [link](x).': 'Words with code and a link.',
  '> Said.\n\n- one\n\nWords[^1] follow.\n\n[^1]: Note.': 'Words follow.',
  "import A from './a';\n\n<A />\n\n{value}\n\nThe words.": 'The words.',
  '<!-- more\n\ncut -->\n\nA <b>bold</b>\nword.': 'A bold word.',
  '{/* note */}\n\nWords.': 'Words.',
  '```js\ncode();\n```': '',
  '| a | b |\n| - | - |\n| 1 | 2 |': '',
  '': '',
};

for (const [body, excerpt] of Object.entries(EXCERPTS)) {
  test(`${JSON.stringify(body)} begins with ${JSON.stringify(excerpt)}`, () => {
    expect(toExcerpt(body)).toBe(excerpt);
  });
}

test('a long paragraph is cut at the end of a word, one without spaces anywhere', () => {
  const words = 'several words '.repeat(40);
  expect(toExcerpt(words)).toMatch(/^several words .* (several|words)…$/);
  expect(toExcerpt(words).length).toBeLessThanOrEqual(201);
  expect(toExcerpt('語'.repeat(500))).toBe(`${'語'.repeat(200)}…`);
});
