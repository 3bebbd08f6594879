import fc from 'fast-check';
import { parseFragment } from 'parse5';
import { expect, test } from 'playwright/test';
import { renderComment } from '../render-comment';
import { htmlToMarkdown } from './html-to-markdown';

for (const [html, markdown] of [
  ['<p>A</p><p>B<br>C</p>', 'A\n\nB\\\nC'],
  ['<ul><li>a</li><li>b <strong>c</strong></li></ul>', '- a\n- b **c**'],
  ['<ol start="3"><li>a</li></ol>', '3. a'],
  ['<blockquote><p>q</p></blockquote><p>a</p>', '> q\n\na'],
  ['<pre><code class="language-c++">a &lt; b\n</code></pre>', '```c++\na < b\n```'],
  ['<a href="https://a.example/?a=1&amp;b=2">x</a>', '[x](https://a.example/?a=1\\&b=2)'],
  ['<a href="https://disq.us/url?url=x">x</a>', '[x](x)'],
  ['<img src="https://a.example/cat.png" alt="A cat">', '[A cat](https://a.example/cat.png)'],
  ['1. not a list, # no heading', '1\\. not a list, # no heading'],
  ['<u>plain</u> <s>gone</s>', 'plain ~~gone~~'],
] as const)
  test(`converts ${html}`, () => expect(htmlToMarkdown(html).markdown).toBe(markdown));

test('names what became less', () => {
  expect(htmlToMarkdown('<u>a</u><iframe src=x><b>in</b></iframe><img src=x><p>b</p>')).toEqual({
    markdown: 'a[x](x)\n\nb',
    lost: ['u', 'iframe', 'img'],
  });
});

test('takes time in proportion to the length of what is hostile', () => {
  for (const piece of [
    '<b>',
    '<blockquote>',
    '<ul><li>',
    '<a href=x>',
    '</p>',
    '<table>',
    '&#x202e;',
    '![[',
    '<i></b>',
    '<i> </i>',
    '<a href=x></a>',
  ]) {
    const begun = process.cpuUsage();
    const { markdown } = htmlToMarkdown(`x${piece.repeat(20_000 / piece.length)}y`);
    // Of the processor, in microseconds: a busy machine takes no part in it.
    expect(process.cpuUsage(begun).user, piece).toBeLessThan(5_000_000);
    expect(markdown).toContain('y');
  }
});

test('shows every text as it was, whatever looks like Markdown in it', async () => {
  const text = fc.stringMatching(
    /^[a-z*_`#>[\]()!<&|~\\.:/@0-9-]{1,20}( [a-z*_`#>[\]()!<&|~\\.:/@0-9-]{1,20}){0,3}$/,
  );
  await fc.assert(
    fc.asyncProperty(text, async (value) => {
      const escaped = value.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
      const html = await renderComment(htmlToMarkdown(`<p>${escaped}</p>`).markdown);
      expect(textOf(parseFragment(html)).trim()).toBe(value);
    }),
    { numRuns: 200 },
  );
});

function textOf(node: object): string {
  if ('value' in node) return String(node.value);
  return 'childNodes' in node ? (node.childNodes as object[]).map(textOf).join('') : '';
}
