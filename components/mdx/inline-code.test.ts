import { expect, test } from 'playwright/test';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { InlineCode } from './inline-code';

function render(code: string): string {
  return renderToStaticMarkup(createElement(InlineCode, {}, code));
}

test('code that may not fit a line can end it between the parts of a name', () => {
  expect(render('net.ipv4.tcp_slow_start_after_idle')).toBe(
    '<code class="long-code">net.<wbr/>ipv4.<wbr/>tcp_<wbr/>slow_<wbr/>start_<wbr/>after_<wbr/>idle</code>',
  );
  expect(render('./--a-flag --and another-one of them')).toBe(
    '<code class="long-code">./--a-<wbr/>flag --and another-<wbr/>one of them</code>',
  );
});

test('short code is one piece', () => {
  expect(render('tcp_slow_start')).toBe('<code>tcp_slow_start</code>');
});
