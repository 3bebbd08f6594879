import { expect, test } from 'playwright/test';
import { createElement, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { InlineCode } from './inline-code';
import { Paragraph } from './paragraph';

function render(...children: ReactNode[]): string {
  return renderToStaticMarkup(createElement(Paragraph, {}, ...children));
}

const code = createElement(InlineCode, {}, 'at = at->next');

test('a paragraph with code on its first line says so, since that is then not set in small capitals', () => {
  for (const html of [
    render(code, ' is one load.'),
    render('In the middle ', code, ' as well'),
    render(createElement('em', {}, 'Within ', createElement('strong', {}, code))),
  ])
    expect(html).toMatch(/^<p class="code-first">/);
});

test('code further down changes nothing', () => {
  expect(render(`${'More than a line of words. '.repeat(3)}`, code)).toMatch(/^<p>More/);
  expect(render('No code at all')).toBe('<p>No code at all</p>');
});
