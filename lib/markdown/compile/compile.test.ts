import { expect, test } from 'playwright/test';
import { createElement, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { indexContent, writePost } from '../../content/write-content';
import type { Components } from '../elements/components';
import { renderDocument } from '../render/render';

/** Components that show their props, so that a test sees what of a post arrives. */
const components = {
  Callout: ({ children, ...props }: { children?: ReactNode }) =>
    createElement('aside', { 'data-props': JSON.stringify(props) }, children),
  CodeBlock: ({ html }: { html: string }) => createElement('pre', { title: html }),
  Figure: (props: object) => createElement('img', props),
} as unknown as Components;

async function render(body: string, format: 'md' | 'mdx' = 'mdx'): Promise<string> {
  const index = indexContent({ [`posts/hello.${format}`]: writePost([], body) });
  const post = index.posts[0];
  if (!post) throw new Error('The post of the test is broken.');
  const { content } = await renderDocument(post, index, components, () => undefined);
  return renderToStaticMarkup(content);
}

test('expressions of a post are evaluated, none is dropped', async () => {
  expect(await render('Two is {1 + 1}.')).toContain('Two is 2.');
  expect(await render('{[1, 2].map((n) => <i key={n}>{n}</i>)}')).toContain('<i>1</i><i>2</i>');
  expect(await render('export const year = 2024\n\nIt is {year}.')).toContain('It is 2024.');
  expect(await render('A{/* a remark */}B')).toContain('AB');
});

test('every prop arrives: text, expressions, spreads and flags', async () => {
  const html = await render(
    '<Callout kind="note" data={[1, { a: 2 }]} n={1 + 2} {...{ extra: true }} flag>Words</Callout>',
  );
  expect(html).toContain(
    '{"kind":"note","data":[1,{"a":2}],"n":3,"extra":true,"flag":true}'.replaceAll('"', '&quot;'),
  );
  expect(html).toContain('Words');
});

test('names that a filter could take for dangerous are plain names', async () => {
  const body =
    'export const process = 1\n\nexport const http = 2\n\n{process + http} {[3].map((module) => module)} {typeof require}';
  expect(await render(body)).toMatch(/3\s+3\s+undefined/);
});

test('a component of the post itself is a component', async () => {
  const body =
    'export const Big = ({ children, by = 2 }) => <b title={by}>{children}</b>\n\nOne <Big by={3}>big</Big> word.';
  expect(await render(body)).toContain('One <b title="3">big</b> word.');
});

test('in .md a less-than sign and braces are text', async () => {
  const html = await render(
    'It takes <5 ms, {x} and {1 + 1}; export const a = 1.\n\nimport duties rose.',
    'md',
  );
  expect(html).toContain('It takes &lt;5\u00a0ms, {x} and {1 + 1}; export const a = 1.');
  expect(html).toContain('import duties rose.');
});

test('in .md raw HTML passes', async () => {
  const html = await render(
    '<details open>\n<summary>More</summary>\n\nSome **bold** <kbd>K</kbd>.\n\n</details>\n\n<!-- hidden -->\n',
    'md',
  );
  expect(html).toContain('<details open="">');
  expect(html).toContain('<strong>bold</strong> <kbd>K</kbd>');
  expect(html).not.toContain('hidden');
  expect(await render('<p style="color: red; --x: 1">Red</p>', 'md')).toContain('style="color:red;--x:1"');
});

test('tables, notes, tasks and struck text of GFM are there', async () => {
  const html = await render(
    '| a | b |\n| - | -: |\n| 1 | 2 |\n\n- [x] done\n\n~~old~~ text[^1]\n\n[^1]: The note.\n',
    'md',
  );
  expect(html).toMatch(/<td[^>]*>2<\/td>/);
  expect(html).toContain('type="checkbox"');
  expect(html).toContain('<del>old</del>');
  expect(html).toContain('The note.');
});

test('a code block keeps every character', async () => {
  for (const format of ['md', 'mdx'] as const) {
    const html = await render('```ts\nconst a = "<b>" && {x: 1};\n\n\tindented();\n```\n', format);
    // Once for the attribute in which the test puts the block's HTML, once for that HTML.
    const text = decode(decode(html).replace(/<[^>]*>/g, ''));
    expect(text, format).toContain('const a = "<b>" && {x: 1};');
    expect(text, format).toContain('\tindented();');
  }
});

test('a text with an error is not rendered in part: all its problems are thrown', async () => {
  await expect(render('One <Nothing />.\n\nTwo <Nobody />.')).rejects.toThrow(/<Nothing>[\s\S]*<Nobody>/);
});

test('the same text compiled twice gives the same page', async () => {
  const body = '# Hello\n\n## A\n\n{1 + 1}\n\n```js\nx\n```\n';
  expect(await render(body)).toBe(await render(body));
});

function decode(html: string): string {
  return html
    .replace(/&lt;|&#x3C;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;|&#x22;/g, '"')
    .replace(/&amp;|&#x26;/g, '&');
}
