import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseFragment } from 'parse5';
import { expect, test } from 'playwright/test';
import { expectEqual } from '../../../scripts/expect-equal';
import { highlightCode, highlightInline, splitInline } from './highlight';
import { packageManagers } from './packages';

test('a block is one string of spans with classes, merged and without styles', async () => {
  const { props, warnings } = await highlightCode({
    code: 'import type { Post } from "./schema";\n// One read\nexport const x = 1;\n',
    language: 'ts',
    meta: 'title="lib/posts.ts"',
    id: 'code-1',
  });
  expect(warnings).toEqual([]);
  expect(props).toEqual({
    html: [
      '<span class=k>import type</span> <span class=u>{</span> Post <span class=u>}</span> ',
      '<span class=k>from</span> <span class=s>"./schema"</span><span class=u>;</span>\n',
      '<span class=c>// One read</span>\n',
      '<span class=k>export const</span> x <span class=u>=</span> <span class=n>1</span><span class=u>;</span>',
    ].join(''),
    name: 'lib/posts.ts, TypeScript',
    lines: 3,
    columns: 37,
    id: 'code-1',
    language: 'typescript',
    label: 'TypeScript',
    title: 'lib/posts.ts',
  });
});

test('a role that goes on over lines is one span', async () => {
  const { props } = await highlightCode({ code: '/*\n * one\n */', language: 'js' });
  expect(props.html).toBe('<span class=c>/*\n * one\n */</span>');
});

const samples: [language: string, code: string, expected: string[]][] = [
  [
    'python',
    'def f(x: int):\n    return None',
    ['<span class=k>def</span>', 'class=f>f<', 'class=t>int<', 'class=n>None<'],
  ],
  ['ts', 'type A = string', ['class=k>type<', 'class=t>A<', 'class=t>string<']],
  ['tsx', '<p id="x">{a}</p>', ['class=g>p<', 'class=n>id<', 'class=s>"x"<', 'class=u>>{<']],
  [
    'rust',
    'fn main() { println!("a"); }',
    ['class=k>fn<', 'class=f>main<', 'class=f>println!<', 'class=s>"a"<'],
  ],
  [
    'go',
    'func f(n int) error { return nil }',
    ['class=k>func<', 'class=f>f<', 'class=t>int<', 'class=n>nil<'],
  ],
  ['css', '.a { color: red }', ['class=t>.a<', 'class=g>color<', 'class=n>red<']],
  ['html', '<a href="/">x</a>', ['class=g>a<', 'class=n>href<', 'class=s>"/"<']],
  ['json', '{ "a": [1, true] }', ['class=g>"a"<', 'class=n>1<', 'class=n>true<']],
  ['yaml', 'a: 1 # note', ['class=g>a<', 'class=n>1<', 'class=c># note<']],
  [
    'sh',
    'npm install -D shiki | tee "$x" # note',
    ['class=f>npm<', ' install ', 'class=n>-D<', 'class=c># note<'],
  ],
  ['sql', "SELECT count(*) FROM t WHERE a = 'b'", ['class=k>SELECT<', 'class=f>count<', "class=s>'b'<"]],
  ['dockerfile', 'FROM node:20 AS build', ['class=k>FROM<', 'class=k>AS<']],
  ['toml', '[a]\nb = "c"', ['class=f>a<', 'class=g>b<', 'class=s>"c"<']],
  ['mdx', '# A\n\n*b* <C d={1} />\n\n<E />', ['class=k># A<', '<span class=u>*</span>b<span class=u>*']],
  ['js', 'const r = /^a+$/g', ['class=g>/^a+$/g<']],
];

for (const [language, code, expected] of samples) {
  test(`${language} has its roles`, async () => {
    const { props, warnings } = await highlightCode({ code, language });
    expect(warnings).toEqual([]);
    for (const part of expected) expect(props.html).toContain(part);
  });
}

test('an unknown language is plain text and a warning with a suggestion', async () => {
  const { props, warnings } = await highlightCode({ code: 'a < b', language: 'ts-x' });
  expect(props).toEqual({ html: 'a &lt; b', name: '', lines: 1, columns: 5 });
  expect(warnings).toEqual([
    {
      severity: 'warning',
      line: 0,
      message: 'ts-x is not a language this highlighter knows. Did you mean tsx?',
      remedy: 'Write tsx, or text for no colours.',
    },
  ]);
});

test('a language with a file name behind a colon is shown how to give a title', async () => {
  const { warnings } = await highlightCode({ code: 'a', language: 'ts:app/page.tsx' });
  expect(warnings[0]?.remedy).toContain('ts title="app/page.tsx"');
});

test('options may stand right after the language, or without one', async () => {
  expect((await highlightCode({ code: 'a\nb', language: 'text{2}' })).props.html).toBe(
    'a\n<mark class=l>b\n</mark>',
  );
  expect((await highlightCode({ code: 'a', language: 'title="x', meta: 'y"' })).props).toMatchObject({
    title: 'x y',
  });
});

test('changes are ins and del, other states marks, whatever said so', async () => {
  const code = 'a // [!code ++]\nb // [!code --]\nc // [!code error]\nd\ne';
  const { props, warnings } = await highlightCode({ code, language: 'text', meta: '{5} warning={4}' });
  expect(warnings).toEqual([]);
  expect(props.html).toBe(
    '<ins class="l ad">a\n</ins><del class="l de">b\n</del><mark class="l er">c\n</mark>' +
      '<mark class="l wa">d\n</mark><mark class=l>e\n</mark>',
  );
  expect(props.signs).toBe(true);
});

test('the diff flag keeps the colours of the language', async () => {
  const code = '  const a = 1\n- const b = 2\n+ const b = 3';
  const { props } = await highlightCode({ code, language: 'ts', meta: 'diff' });
  expect(props.html).toMatch(/^<span class=k>const<\/span> a .*\n<del class="l de"><span class=k>const/);
  expect(textOf(props.html)).toBe('const a = 1\nconst b = 2\nconst b = 3\n');
});

test('a patch is copied as it stands; a diff without headers is not a patch', async () => {
  const patch = await highlightCode({ code: '@@ -1 +1 @@\n-a\n+b', language: 'diff' });
  expect(textOf(patch.props.html)).toBe('@@ -1 +1 @@\n-a\n+b\n');
  expect(patch.props.html).toContain('<span class="l de">');
  expect(patch.props.signs).toBeUndefined();
  const plain = await highlightCode({ code: '-a\n+b', language: 'diff' });
  expect(plain.props.html).toContain('<del class="l de">a\n</del>');
});

test('numbered lines have ids and links where the block has an id, numbers alone where not', async () => {
  const input = { code: 'a\nb', language: 'text', meta: 'showLineNumbers=9' };
  const linked = (await highlightCode({ ...input, id: 'code-2' })).props;
  expect(linked.digits).toBe(2);
  expect(linked.html).toContain(
    '<span class=l id="code-2-L10"><a class=no href="#code-2-L10" data-n=10 tabindex=-1></a>b\n</span>',
  );
  expect((await highlightCode(input)).props.html).toBe(
    '<span class=l><span class=no data-n=9></span>a\n</span><span class=l><span class=no data-n=10></span>b\n</span>',
  );
});

test("the author's id names the lines and wins over the page's", async () => {
  const { props } = await highlightCode({
    code: 'a',
    language: 'text',
    meta: 'id="my counter"',
    id: 'code-1',
  });
  expect(props.id).toBe('my-counter');
  expect(props.html).toBe('<span class=l id="my-counter-L1">a\n</span>');
});

test('focus dims the other lines, collapse closes some', async () => {
  const dimmed = await highlightCode({ code: 'a\nb\nc', language: 'text', meta: 'focus={2}' });
  expect(dimmed.props.html).toBe('<span class=dim>a\n</span>b\n<span class=dim>c</span>');
  const closed = await highlightCode({ code: 'a\nb\nc\nd', language: 'text', meta: 'collapse={2-3}' });
  expect(closed.props.html).toBe(
    'a\n<input type=checkbox class=fold data-lines=2><span class=folded>b\nc\n</span>d',
  );
});

test('words are marked across tokens, found whole, and missed with a warning', async () => {
  const { props, warnings } = await highlightCode({
    code: 'list.map(id, width)',
    language: 'js',
    meta: '/.map(id/ /dth/',
  });
  expect(props.html).toContain(
    '<mark><span class=u>.</span><span class=f>map</span><span class=u>(</span>id</mark>',
  );
  expect(warnings).toMatchObject([{ message: 'The word /dth/ is not in the block.' }]);
});

test('commands, prompts and output are distinguished', async () => {
  const { props } = await highlightCode({ code: '$ npm test\n1 < 2\n', language: 'console' });
  expect(props.terminal).toBe(true);
  expect(props.html).toBe('<span class=p>$ </span><span class=f>npm</span> test\n<samp>1 &lt; 2</samp>');
});

test('npm gives a tab for each package manager', async () => {
  const { props, warnings } = await highlightCode({
    code: 'npm i -D x',
    language: 'sh',
    meta: 'npm',
    id: 'code-1',
  });
  expect(warnings).toEqual([]);
  expect(props.group).toBe('package-manager');
  expect(props.tabs?.map(({ tab }) => tab)).toEqual([...packageManagers]);
  expect(props.tabs?.map(({ id }) => id)).toEqual(['code-1-1', 'code-1-2', 'code-1-3', 'code-1-4']);
  expect(textOf(props.tabs?.[3]?.html ?? '')).toBe('bun add -d x');
  const unknown = await highlightCode({ code: 'npm audit', language: 'sh', meta: 'npm' });
  expect(unknown.props.tabs).toBeUndefined();
  expect(unknown.warnings).toHaveLength(1);
});

test('a long block is folded unless it is asked to be open; ranges beyond it are warned of', async () => {
  const code = 'a\n'.repeat(41);
  expect((await highlightCode({ code, language: 'text' })).props.folded).toBe(true);
  expect((await highlightCode({ code, language: 'text', meta: 'open' })).props.folded).toBeUndefined();
  const { warnings } = await highlightCode({ code, language: 'text', meta: '{40-42}' });
  expect(warnings[0]?.message).toBe('highlight names line 42, but the block shows 41 lines.');
});

test('a block is wider than the text where its post asks for it, and nowhere else', async () => {
  const code = 'a'.repeat(75);
  expect((await highlightCode({ code, language: 'text' })).props.wide).toBeUndefined();
  expect((await highlightCode({ code, language: 'text', meta: 'wide' })).props.wide).toBe(true);
});

test('the same block is the same work, and its warnings come each time', async () => {
  const input = { code: 'x', language: 'nolang', meta: '' };
  const [first, second] = [
    await highlightCode({ ...input, id: 'a' }),
    await highlightCode({ ...input, id: 'b' }),
  ];
  expect(second.warnings).toBe(first.warnings);
  expect([first.props.id, second.props.id]).toEqual(['a', 'b']);
});

test('a block of any length is shown', async () => {
  const many = await highlightCode({ code: 'a\n'.repeat(200_000), language: 'text' });
  expect(many.props.lines).toBe(200_000);
  const long = await highlightCode({ code: `${'-'.repeat(100_000)} // [!code ++]`, language: 'js' });
  expect(long.props.columns).toBe(100_000);
});

test('inline code names its language in braces', async () => {
  expect(splitInline('a = 1{:ts}')).toEqual({ code: 'a = 1', language: 'ts' });
  expect(splitInline('{:ok}')).toBeUndefined();
  expect(await highlightInline('a = 1', 'ts')).toBe('a <span class=u>=</span> <span class=n>1</span>');
  expect(await highlightInline('a', 'nolang')).toBeUndefined();
});

test('colours do not depend on the blocks before', async () => {
  const input = { code: '<b class="x">1</b>', language: 'markdown' };
  const { props } = await highlightCode(input);
  await highlightCode({ code: '<b></b>', language: 'vue' });
  expect((await highlightCode({ ...input, meta: 'open' })).props.html).toBe(props.html);
});

const languages = [
  '',
  'text',
  'ts',
  'tsx',
  'python',
  'css',
  'html',
  'json',
  'sh',
  'console',
  'diff',
  'ansi',
  'yaml',
  'sql',
  'zzz',
];
const metaPart = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom(
    '{1,3-5}',
    '{',
    '/a/',
    '/',
    'title="x"',
    'title="',
    'wrap',
    'diff',
    'npm',
    'showLineNumbers=3',
    'focus={1}',
  ),
  fc.constantFrom(
    'collapse={1-2}',
    'error={2}',
    'add={1-99}',
    'id="a b"',
    'tab=x',
    "caption='\"<'",
    '=',
    '\0',
    'open=1',
  ),
);
const codePart = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom(
    '\n',
    '\r\n',
    '// [!code ++]',
    '[!code --:9]',
    '<!-- [!code word:a] -->',
    '$ npm i x',
    '\x1b[31;48;2;1m',
  ),
  fc.constantFrom('+ a', '- b', '  ', '</code><script>', '&amp;', '\0', '`${', '/*', '"""', '\ud800'),
);

test('nothing throws, and what comes out is text in elements without styles', async () => {
  const input = fc.record({
    code: fc.array(codePart, { maxLength: 8 }).map((parts) => parts.join('')),
    language: fc.oneof(fc.constantFrom(...languages), fc.string({ maxLength: 8 })),
    meta: fc.array(metaPart, { maxLength: 4 }).map((parts) => parts.join(' ')),
    id: fc.constantFrom(undefined, 'code-1'),
  });
  await fc.assert(
    fc.asyncProperty(input, async (block) => {
      const { props } = await highlightCode(block);
      for (const { html } of [props, ...(props.tabs ?? [])]) {
        assert(!html.includes('\0'));
        for (const { name, attributes } of elementsOf(html)) {
          assert(['span', 'ins', 'del', 'mark', 'samp', 'input', 'a'].includes(name), name);
          assert(!attributes.includes('style'));
        }
      }
      expectEqual(JSON.parse(JSON.stringify(props)), props);
    }),
    { numRuns: 400 },
  );
});

test('the text of a block is its code, character for character', async () => {
  const text = fc.string({ unit: 'grapheme-ascii', maxLength: 60 }).filter((code) => !code.includes('!code'));
  await fc.assert(
    fc.asyncProperty(text, fc.constantFrom('ts', 'css', 'html', 'python', 'text'), async (code, language) => {
      const { props } = await highlightCode({ code: `x${code}x`, language, meta: '{1}' });
      assert.equal(textOf(props.html).replace(/\n$/, ''), `x${code}x`);
    }),
    { numRuns: 200 },
  );
});

interface Tree {
  readonly nodeName: string;
  readonly value?: string;
  readonly attrs?: readonly { readonly name: string }[];
  readonly childNodes?: readonly Tree[];
}

function textOf(html: string): string {
  const read = (node: Tree): string => node.value ?? (node.childNodes ?? []).map(read).join('');
  return read(parseFragment(html) as Tree);
}

function elementsOf(html: string): { name: string; attributes: string[] }[] {
  const read = (node: Tree): { name: string; attributes: string[] }[] => [
    ...(node.attrs ? [{ name: node.nodeName, attributes: node.attrs.map(({ name }) => name) }] : []),
    ...(node.childNodes ?? []).flatMap(read),
  ];
  return read(parseFragment(html) as Tree);
}
