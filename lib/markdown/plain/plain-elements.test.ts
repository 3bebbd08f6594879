import type { Element, ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { expect, test } from 'playwright/test';
import { gatherNotes, PLAIN_ELEMENTS } from './plain-elements';
import { flatten } from './static';

test('notes gather in one list at the end, in the order of their numbers, each with a link back', () => {
  const tree: Root = {
    type: 'root',
    children: [
      element('p', {}, [text('One.')]),
      note(2, [text('B.')]),
      element('blockquote', {}, [
        element('p', {}, [text('Two.')]),
        note(1, [element('p', {}, [mark(), text('A.')]), element('p', {}, [text('More.')])], false),
      ]),
    ],
  };
  gatherNotes(tree);
  expect(toHtml(tree)).toBe(
    '<p>One.</p><blockquote><p>Two.</p></blockquote><hr>' +
      '<ol><li id="fn-1"><p>A.</p><p>More.</p> <a href="#fnref-1">↩</a></li>' +
      '<li id="fn-2">B. <a href="#fnref-2">↩</a></li></ol>',
  );
});

test('a text without notes stays as it is, and so does an aside of the author', () => {
  const tree: Root = { type: 'root', children: [element('aside', { id: 'mine' }, [text('Mine.')])] };
  gatherNotes(tree);
  expect(toHtml(tree)).toBe('<aside id="mine">Mine.</aside>');
});

test('what our styles and scripts would show becomes text and links', async () => {
  const show = async (name: string, props: Record<string, unknown>) =>
    toHtml(await flatten(PLAIN_ELEMENTS[name]?.(props)));
  expect(await show('Formula', { html: '<mi>x</mi>', children: 'x < y' })).toBe('<code>x &#x3C; y</code>');
  expect(await show('Formula', { html: '', display: true, children: 'x' })).toBe('<p><code>x</code></p>');
  expect(await show('CodeSpan', { html: '<span>x</span>', children: 'x' })).toBe('<code>x</code>');
  expect(await show('Diagram', { html: '<g>', alt: 'A "leads" to <B>.', caption: 'How.' })).toBe(
    '<p><em>Diagram: A "leads" to &#x3C;B>.</em></p><p>How.</p>',
  );
  expect(await show('Embed', { url: 'https://a.example/1', title: 'A film', host: 'a.example' })).toBe(
    '<p><a href="https://a.example/1">A film</a> (a.example)</p>',
  );
});

function note(number: number, children: ElementContent[], isShort = true): Element {
  return element('aside', { id: `fn-${number}` }, isShort ? [mark(), ...children] : children);
}

function mark(): Element {
  return element('a', { href: '#' }, [text('1')]);
}

function text(value: string): ElementContent {
  return { type: 'text', value };
}

function element(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children };
}
