import { expect, test } from 'playwright/test';
import { prefersMarkdown } from '../serve/prefers-markdown';
import { ASKS_FOR_MARKDOWN } from './markdown-rewrites';

for (const [accept, isAsked] of [
  ['text/markdown', true],
  ['text/markdown; charset=utf-8', true],
  ['text/markdown; variant=GFM, text/html;q=0.1', true],
  ['text/markdown, */*;q=0.1', true],
  ['text/markdown, text/html;q=0.9', true],
  ['text/markdown,text/html', true],
  ['text/html, text/markdown;q=0.9', false],
  ['text/markdown;q=0.5, text/html', false],
  ['text/markdown;q=0', false],
  ['text/markdown;q=0.0, */*', false],
  ['text/plain, text/markdown;q=0.5', true],
  ['text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8', false],
  ['*/*', false],
  ['text/*', false],
  ['', false],
] as const) {
  test(`a client that sends "${accept}" gets ${isAsked ? 'Markdown' : 'HTML'}, from the server and from a host with rules`, () => {
    expect(prefersMarkdown(accept)).toBe(isAsked);
    expect(new RegExp(`^${ASKS_FOR_MARKDOWN}$`).test(accept)).toBe(isAsked);
  });
}

test('the server weighs what a rule cannot', () => {
  expect(prefersMarkdown('text/html;q=0.5, text/markdown;q=0.8')).toBe(true);
  expect(prefersMarkdown('TEXT/MARKDOWN')).toBe(true);
  expect(prefersMarkdown(undefined)).toBe(false);
});
