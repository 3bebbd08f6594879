import { expect, test } from 'playwright/test';
import { prefersMarkdown } from './prefers-markdown';

for (const [accept, isPreferred] of [
  ['text/markdown', true],
  ['text/markdown, text/html', true],
  ['text/html, text/markdown', false],
  ['text/markdown;q=0.9, */*;q=0.8', true],
  ['text/markdown, */*', true],
  ['text/markdown;q=0.5, text/*', false],
  ['text/markdown; q=0.5, text/html', false],
  ['text/markdown ; charset=utf-8 ; Q=0.5, text/html;q=0.6', false],
  ['text/markdown;variant=GFM, text/html;level=1;q=0.9', true],
  ['text/html;charset=utf-8, text/markdown;charset=utf-8', false],
  ['text/markdown;q=0', false],
  ['text/markdownish', false],
  ['*/*', false],
] as const)
  test(`${accept}: ${isPreferred ? 'Markdown' : 'HTML'}`, () => {
    expect(prefersMarkdown(accept)).toBe(isPreferred);
  });
