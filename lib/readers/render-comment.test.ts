import { parseFragment } from 'parse5';
import { expect, test } from 'playwright/test';
import { renderComment } from './render-comment';

const CASES: readonly (readonly [markdown: string, html: string])[] = [
  ['**Yes**, `a < b` & _so_', '<p><strong>Yes</strong>, <code>a &#x3C; b</code> &#x26; <em>so</em></p>'],
  ['<b>x</b>', '<p>&#x3C;b>x&#x3C;/b></p>'],
  ['# Big', '<p><strong>Big</strong></p>'],
  [
    '![a cat](https://x.example/cat.png)',
    '<p><a href="https://x.example/cat.png" rel="nofollow ugc noopener" referrerpolicy="no-referrer">a cat</a></p>',
  ],
  ['so[^1]\n\n[^1]: a note', '<p>so[^1]</p>\n<p>[^1]: a note</p>'],
  ['[a]: https://a.example', '<p>[a]: https://a.example</p>'],
  ['---', '<p>---</p>'],
  ['[x](javascript:alert(1))', '<p><a rel="nofollow ugc noopener" referrerpolicy="no-referrer">x</a></p>'],
];

/** Each as long as a comment may be: to be shown as text, and not to stop the server on the way. */
const DEEP = [
  '>'.repeat(9_999),
  '> '.repeat(4_999),
  '- '.repeat(4_999),
  '-\t'.repeat(4_999),
  '1. '.repeat(3_333),
  '> - 1. '.repeat(1_428),
  Array.from({ length: 139 }, (_, level) => `${'\t'.repeat(level)}-\tx`).join('\n'),
  '- x\n\n  '.concat(`${'- '.repeat(30)}x\n\n${' '.repeat(62)}${'- '.repeat(30)}`),
].map((text) => `${text}x`);

/** Of each mark that a paragraph has in it as many as a comment can have, open and closed. */
const INTRICATE = [
  ...['*', '_', '~~', '[', '![', '`a', '<b '].map((mark) => mark.repeat(9_990 / mark.length)),
  ...['*', '_', '~'].map((mark) => `${mark.repeat(4_999)}a${mark.repeat(4_999)}`),
  `${'*a '.repeat(1_666)}b${' a*'.repeat(1_666)}`,
  `${'!['.repeat(1_600)}a${'](b)'.repeat(1_600)}`,
  `> ${'*_'.repeat(4_000)}`,
  'a\n-\n'.repeat(2_499),
].map((text) => `a ${text.trim()}`);

for (const markdown of [...DEEP, ...INTRICATE]) {
  test(`shows as text what is nested in ${JSON.stringify(markdown.slice(0, 20))} and so on, ${markdown.length} characters`, async () =>
    expect(await renderComment(markdown)).toBe(`<p>${markdown.replaceAll(/</g, '&#x3C;')}</p>`));
}

test('any marks can be in code, and as many in all paragraphs together', async () => {
  const code = '*p = a[i] * b[j]; /* __init__ */\n'.repeat(300);
  const rendered = await renderComment(`\`\`\`c\n${code}\`\`\``);
  expect(rendered).toContain('<div class="code">');
  const many = await renderComment('*so* and [so](https://a.example/b_c)\n\n'.repeat(250));
  expect(many.match(/<em>/g)).toHaveLength(250);
});

test('quotations and lists within each other stay what they are', async () => {
  const quoted = await renderComment(`${'> '.repeat(20)}- 1. so`);
  expect(quoted.match(/<blockquote>/g)).toHaveLength(20);
  expect(quoted).toContain('<ol>');
  expect(await renderComment(`\`\`\`\n${' '.repeat(80)}far\n\`\`\``)).toContain(`${' '.repeat(80)}far`);
  expect(await renderComment(`---\n\n${'* '.repeat(20)}\n\n${'-'.repeat(200)}\n\nyes`)).toContain(
    '<p>yes</p>',
  );
});

for (const [markdown, html] of CASES) {
  test(`renders ${markdown}`, async () => expect(await renderComment(markdown)).toBe(html));
}

test('colours code in a language', async () => {
  const html = await renderComment('```ts\nconst a = 1; // <b>\n```');
  expect(html).toContain('<div class="code"><pre dir="ltr" translate="no"><code><span class=k>const</span>');
  expect(html).toContain('&lt;b>');
});

test('code that is too wide for a narrow screen can be scrolled by keyboard', async () => {
  expect(await renderComment(`\`\`\`\n${'x'.repeat(32)}\n\`\`\``)).not.toContain('tabindex');
  expect(await renderComment(`\`\`\`\nx\n${'x'.repeat(33)}\n\`\`\``)).toContain(
    '<pre dir="ltr" translate="no" tabindex="0">',
  );
});

/** Each of them tries to run something, to load something, or to take over a name of the page. */
const HOSTILE = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)>',
  '<svg><script>alert(1)</script></svg>',
  '<iframe srcdoc="<script>alert(1)</script>">',
  '<a href="javascript:alert(1)">x</a>',
  '<math><mtext></mtext><script>alert(1)</script></math>',
  '<style>@import url(//evil.example)</style>',
  '<link rel=stylesheet href=//evil.example>',
  '<base href=//evil.example>',
  '<meta http-equiv=refresh content="0;url=//evil.example">',
  '<form action=//evil.example><input name=x>',
  '<object data=//evil.example>',
  '<template shadowrootmode=open><script>alert(1)</script></template>',
  '<div id=main>x</div>',
  '<p onclick=alert(1)>x</p>',
  '<details open ontoggle=alert(1)>',
  '[x](JaVaScRiPt:alert(1))',
  '[x](&#106;avascript:alert(1))',
  '[x](java\tscript:alert(1))',
  '[x](data:text/html,<script>alert(1)</script>)',
  '[x](vbscript:msgbox(1))',
  '[x](//evil.example "onmouseover=alert(1)")',
  '[x](https://a.example/"onmouseover="alert(1))',
  '[x]: javascript:alert(1)\n\n[x]',
  '![x](javascript:alert(1))',
  '![x" onerror="alert(1)](x)',
  '![](data:image/svg+xml,<svg/onload=alert(1)>)',
  '<javascript:alert(1)>',
  '<https://a.example/\u0000x>',
  '```"><script>alert(1)</script>\nx\n```',
  '```html\n</code></pre><script>alert(1)</script>\n```',
  '```x" onclick="alert(1)\ny\n```',
  '`</code><script>alert(1)</script>`',
  '[^1]\n\n[^1]: <script>alert(1)</script>',
  '- [ ] <script>alert(1)</script>',
  '| a |\n| - |\n| <img src=x onerror=alert(1)> |',
  '<!--><script>alert(1)</script>-->',
  '<![CDATA[<script>alert(1)</script>]]>',
  '<?php <script>alert(1)</script> ?>',
  '<!DOCTYPE html><script>alert(1)</script>',
  '<a\nhref="javascript:alert(1)">x</a>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '<scr<script>ipt>alert(1)</scr</script>ipt>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<textarea><script>alert(1)</script></textarea>',
  '<xmp><script>alert(1)</script></xmp>',
  '<plaintext>',
  '<video src=x onerror=alert(1)>',
  '<marquee onstart=alert(1)>',
  '<input autofocus onfocus=alert(1)>',
  '<button formaction=javascript:alert(1)>',
  '<isindex action=javascript:alert(1)>',
  '<body onload=alert(1)>',
  '<html manifest=//evil.example>',
  '<portal src=//evil.example>',
  '<embed src=//evil.example>',
  '<applet code=x>',
  '<frameset onload=alert(1)>',
  '<bgsound src=//evil.example>',
  '<a href="https://a.example" target="_self" ping="//evil.example">x</a>',
  `${'>'.repeat(500)}x`,
  `${'*'.repeat(2000)}a${'*'.repeat(2000)}`,
  '['.repeat(1000),
];

const ALLOWED = /^(a|blockquote|br|code|del|div|em|li|ol|p|pre|span|strong|ul)$/;

interface ParsedNode {
  readonly nodeName: string;
  readonly tagName?: string;
  readonly attrs?: readonly { readonly name: string; readonly value: string }[];
  readonly childNodes?: readonly ParsedNode[];
}

for (const markdown of HOSTILE) {
  test(`takes the danger from ${markdown.slice(0, 60)}`, async () => {
    const walk = ({ tagName, attrs = [], childNodes = [] }: ParsedNode): void => {
      if (tagName !== undefined) expect(tagName).toMatch(ALLOWED);
      for (const { name, value } of attrs) {
        expect(name).toMatch(/^(href|rel|referrerpolicy|class|dir|translate|tabindex|start)$/);
        if (name === 'href') expect(value).toMatch(/^(https?:|mailto:|[^:]*$)/i);
        if (name === 'class') expect(value).toMatch(/^(code|[a-z]( [a-z]+)*)$/);
      }
      childNodes.forEach(walk);
    };
    walk(parseFragment(await renderComment(markdown)) as unknown as ParsedNode);
  });
}
