import { expect, test } from 'playwright/test';
import { emptyOptions, parseMeta } from './meta';

test('no text is no options', () => {
  expect(parseMeta('')).toEqual({ options: emptyOptions(), warnings: [] });
});

const understood: [meta: string, expected: Record<string, unknown>][] = [
  ['title="app/page.tsx"', { title: 'app/page.tsx' }],
  ["title='it is' caption={`A \\} b`}", { title: 'it is', caption: 'A } b' }],
  ['title="say \\"hi\\""', { title: 'say "hi"' }],
  ['title=page.tsx', { title: 'page.tsx' }],
  ['{1,3-5} {7}', { highlight: [range(1), range(3, 5), range(7)] }],
  ['{ 1 , 3–5 }', { highlight: [range(1), range(3, 5)] }],
  [
    'highlight={2} focus={2-4} error={3} warning={4}',
    { focus: [range(2, 4)], error: [range(3)], warning: [range(4)] },
  ],
  ['add={1} del={2} collapse={5-20}', { add: [range(1)], del: [range(2)], collapse: [range(5, 20)] }],
  ['/cache/ /a\\/b/', { words: ['cache', 'a/b'] }],
  ['showLineNumbers', { showLineNumbers: 1 }],
  ['showLineNumbers=42', { showLineNumbers: 42 }],
  ['showLineNumbers={42}', { showLineNumbers: 42 }],
  ['wrap wide diff npm open', { wrap: true, wide: true, diff: true, npm: true, open: true }],
  ['wrap=false', { wrap: false }],
  ['tab="npm" group="pm" id="x"', { tab: 'npm', group: 'pm', id: 'x' }],
];

for (const [meta, expected] of understood) {
  test(`reads ${meta}`, () => {
    const { options, warnings } = parseMeta(meta);
    expect(warnings).toEqual([]);
    expect(options).toMatchObject(expected);
  });
}

const refused: [meta: string, message: string][] = [
  ['titel="x"', '“titel="x"” is not an option of a code block. Did you mean title?'],
  ['showlinenumber', '“showlinenumber” is not an option of a code block. Did you mean showLineNumbers?'],
  ['xyzzy', '“xyzzy” is not an option of a code block.'],
  ['"app.ts"', '“"app.ts"” is not an option of a code block.'],
  ['{a}', '“{a}” is not a list of lines.'],
  ['{5-3}', '“{5-3}” is not a list of lines.'],
  ['focus', '“focus” is not a list of lines.'],
  ['title', '“title” has no use after a code fence as it is.'],
  ['wrap=yes', '“wrap=yes” has no use after a code fence as it is.'],
  ['showLineNumbers=x', '“showLineNumbers=x” has no use after a code fence as it is.'],
  ['//', '“//” has no use after a code fence as it is.'],
];

for (const [meta, message] of refused) {
  test(`warns of ${meta}`, () => {
    const { warnings } = parseMeta(meta);
    expect(warnings.map((warning) => warning.message)).toEqual([message]);
    expect(warnings[0]?.remedy).not.toBe('');
  });
}

test('what is not closed goes on to the end, with a warning', () => {
  const { options, warnings } = parseMeta('title="app/page.tsx wrap');
  expect(options.title).toBe('app/page.tsx wrap');
  expect(warnings.map(({ message }) => message)).toEqual(['" is not closed in “title="app/page.tsx wrap”.']);
});

function range(from: number, to = from) {
  return { from, to };
}
