import { expect, test } from 'playwright/test';
import { prefersMarkdown } from '../prefers-markdown';
import { type AcceptWeight, HTML_FIRST, listHtmlWeights, listMarkdownWeights } from './accept-weights';

test('web servers weigh what a client accepts as the server does', () => {
  const weights = ['', ';q=1', '; q=0.9', ';q=0.85', ' ;q=0.855', ';charset=utf-8;q=0.5', ';q=0', ';Q=0.0'];
  const types = ['text/html', 'text/*', '*/*', 'TEXT/HTML', 'application/xhtml+xml', 'text/markdownish'];
  let preferring = 0;
  for (const type of types)
    for (const first of weights)
      for (const second of weights)
        for (const accept of [
          `text/markdown${first}, ${type}${second}`,
          `image/webp,${type}${second},text/markdown${first}`,
        ]) {
          expect(weigh(accept), accept).toBe(prefersMarkdown(accept));
          if (prefersMarkdown(accept)) preferring += 1;
        }
  expect(preferring).toBeGreaterThan(100);
});

/** As the settings of nginx and Caddy do it. */
function weigh(accept: string): boolean {
  const markdown = findWeight(accept, listMarkdownWeights());
  const html = findWeight(accept, listHtmlWeights());
  const isFirst = new RegExp(HTML_FIRST, 'i').test(accept);
  return markdown !== '0000' && Number(`${markdown}1`) > Number(`${html}${isFirst ? 2 : 0}`);
}

function findWeight(accept: string, weights: readonly AcceptWeight[]): string {
  for (const { source, toWeight } of weights) {
    const found = new RegExp(source, 'i').exec(accept);
    if (found) return toWeight(found[1] ?? '');
  }
  return '0000';
}
