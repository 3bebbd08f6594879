import { expect, test } from 'playwright/test';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { createMdxComponents } from '../../../components/mdx';
import { indexContent, writePost } from '../../content/write-content';
import type { Components } from '../elements/components';
import { renderDocument } from '../render/render';

const NoFormula = () => null;

async function render(body: string) {
  const index = indexContent({ 'posts/hello.md': writePost([], body) });
  const post = index.posts[0];
  if (!post) throw new Error('The post of the test is broken.');
  const { input } = createMdxComponents(index.strings);
  const components = { input, Formula: NoFormula } as unknown as Components;
  const { content, headings } = await renderDocument(post, index, components, () => undefined);
  return { html: renderToStaticMarkup(createElement('main', {}, content)), headings };
}

for (const [source, html] of [
  ['Run it as <user> on <port>, *then* wait.', 'Run it as &lt;user&gt; on &lt;port&gt;, <em>then</em> wait.'],
  ['A HashMap<K, V> and std::vector<int>.', 'A HashMap&lt;K, V&gt; and std::vector&lt;int&gt;.'],
  ['A std::vector<std::string> at <host:port>.', 'A std::vector&lt;std::string&gt; at &lt;host:port&gt;.'],
  [
    'The <head> is before the <body>, a <td> is none.',
    'The &lt;head&gt; is before the &lt;body&gt;, a &lt;td&gt; is none.',
  ],
  ['<table>\n<tr><td>*a*</td></tr>\n</table>', '<td>*a*</td>'],
  ['<urn:isbn:1> <MAILTO:a@b.example>', '<a href="urn:isbn:1">urn:isbn:1</a> <a href="MAILTO:a@b.example">'],
  ['<name>\n\nAfter it.', '&lt;name&gt;'],
  ['A <kbd>Tab</kbd> and <my-element>one</my-element>.', '<kbd>Tab</kbd> and <my-element>one</my-element>.'],
  ['<center>Old</center>', '<center>Old</center>'],
  ['<video src="https://example.com/a.mp4" controls />\n\nAfter.', '</video>'],
  ['A <span id="x"/>word.', '<span id="x"></span>word.'],
  [
    'Done :tada:, at 10:30:45, in std::map::key, \\:tada:, `:tada:`.',
    'Done 🎉, at 10:30:45, in std::map::key, :tada:',
  ],
  ['It costs US$5, not A$6.', 'It costs US$5, not A$6.'],
  ['これは**「重要」**です。', '<strong>「重要」</strong>です'],
  [
    '见https://example.com/a，然后**「重要」**です。（https://example.com/b）',
    '>https://example.com/a</a>，然后<strong>「重要」</strong>です。（<a href="https://example.com/b">https://example.com/b</a>）',
  ],
  [
    '“https://example.com/a”以及 a@b.example，好',
    '“<a href="https://example.com/a">https://example.com/a</a>”以及',
  ],
  ['The price is 5$, and 6$. $HOME/$USER', 'The price is 5$, and 6$. $HOME/$USER'],
  ['Write <your-name> and <your-name>.', 'Write &lt;your-name&gt; and &lt;your-name&gt;.'],
  ['看 https://example.com/a，然后。', '<a href="https://example.com/a">https://example.com/a</a>，然后。'],
] as const) {
  test(`what is written is shown: ${source.replaceAll('\n', ' ')}`, async () => {
    expect((await render(source)).html).toContain(html);
  });
}

test('a heading has the id that its author gives it, and words alone in the contents', async () => {
  const source = '## Set up {#setup}\n\n## A note[^1] and $x^2$\n\n## Kept \\{#as-text}\n\n[^1]: Here.';
  const { headings, html } = await render(source);
  expect(headings.map(({ id, text }) => [id, text])).toEqual([
    ['setup', 'Set up'],
    ['a-note-and-x2', 'A note and x²'],
    ['kept-as-text', 'Kept {#as-text}'],
  ]);
  expect(html).not.toContain('{#setup}');
});

test('a field of a form stays a field, and a box of a task stays a box', async () => {
  const { html } = await render('<input type="email" name="mail" required>\n\n- [x] one\n- [ ] two');
  expect(html).toContain('type="email"');
  expect(html).toContain('name="mail"');
  expect(html.match(/aria-label="(Not done|Done)"/g)).toEqual(['aria-label="Done"', 'aria-label="Not done"']);
});
