import { expect, test } from 'playwright/test';
import { quote } from './quote';
import { renderComment } from './render-comment';

for (const [name, body, quoted] of [
  ['a line', 'Nice.', '> Nice.\n\n'],
  ['paragraphs', 'One.\n\nTwo.', '> One.\n>\n> Two.\n\n'],
  ['an answer without what it quotes', '> Nice.\n\nThanks.', '> Thanks.\n\n'],
  ['nothing where all of it was quoted', '> Nice.\n>\n> Yes.', ''],
] as const)
  test(`quotes ${name}`, () => expect(quote(body)).toBe(quoted));

test('quotes the beginning of a long text, and all of it stays within the quotation', async () => {
  expect(quote('x'.repeat(9000)).length).toBeLessThan(2010);
  const html = await renderComment(`${quote('Look:\n\n```ts\nconst a = 1;\n\n<script>\n```\n\n- b')}Mine.`);
  expect(html).toMatch(/^<blockquote>.*<\/blockquote>\s*<p>Mine\.<\/p>$/s);
});
