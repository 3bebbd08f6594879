import assert from 'node:assert/strict';
import { run } from '@mdx-js/mdx';
import fc from 'fast-check';
import { test } from 'playwright/test';
import { provideAll } from '../elements/components';
import { evaluateAt } from '../render/evaluate-at';
import { compileText, type Text } from './compile';

const MARKS = [
  ...[
    '<',
    '>',
    '{',
    '}',
    '`',
    '```',
    '*',
    '_',
    '#',
    '[',
    ']',
    '(',
    ')',
    '!',
    '\\',
    '&',
    '$',
    '|',
    '~~',
    '---',
  ],
  ...[
    '<b>',
    '</b>',
    '<Callout>',
    '</Callout>',
    '<!--',
    '-->',
    '{1 + 1}',
    'export ',
    'import ',
    '[^1]',
    '- ',
    '> ',
  ],
  ...['1. ', '\n', '\n\n', '\t', '🎉', '日本語', '\u0000', ' ', 'word', '<a href="', '" />', '=', '"'],
];
const mark = fc.constantFrom(...MARKS);
const body = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: mark },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 6 }) },
    ),
    {
      maxLength: 14,
    },
  )
  .map((parts) => parts.join(''));

for (const format of ['md', 'mdx'] as const) {
  test(`whatever stands in an .${format} file, it compiles or says where it does not`, async () => {
    await fc.assert(
      fc.asyncProperty(body, async (text) => {
        const compiled = await compileText({ format, title: 'Hello', body: text, bodyLine: 5 });
        const lines = text.split(/\r\n|\r|\n/).length;
        for (const { line, column, message } of compiled.problems) {
          assert.ok(line >= 5 && line < 5 + lines, `line ${line} of ${lines}: ${message}`);
          assert.ok(column >= 1);
          assert.doesNotMatch(message, /cannot be compiled/);
        }
        const hasError = compiled.problems.some(({ severity }) => severity === 'error');
        assert.ok(compiled.code !== '' || hasError);
        // A formula can be wrong in .md too; its syntax cannot.
        if (format === 'md')
          assert.ok(compiled.problems.every(({ message }) => !message.includes('not valid MDX')));
      }),
      { numRuns: 600 },
    );
  });
}

test('every plain word of a body is on its page', async () => {
  const word = fc.stringMatching(/^[\p{L}\p{N}]{1,9}$/u).filter((text) => !/^\d+$/.test(text));
  const line = fc
    .tuple(
      fc.constantFrom('', '', '', '## ', '### ', '- ', '> ', '1. ', '**', '    ', '```\n', '# '),
      fc.array(word, { minLength: 1, maxLength: 5 }),
      fc.constantFrom('', '', ' <5', ' {x}', ' & more', ' > 3', ' a_b_c', ' <kbd>K</kbd>'),
    )
    .map(([prefix, words, end]) => ({ words, text: `${prefix}${words.join(' ')}${end}${closing(prefix)}` }));
  await fc.assert(
    fc.asyncProperty(
      fc.array(line, { minLength: 1, maxLength: 8 }),
      fc.constantFrom('\n', '\n\n'),
      async (lines, gap) => {
        const text = lines.map((entry) => entry.text).join(gap);
        const shown = await renderText({ format: 'md', title: 'Hello there', body: text, bodyLine: 5 });
        for (const { words } of lines) {
          for (const name of words) assert.ok(shown.includes(name), `${name} of ${JSON.stringify(text)}`);
        }
      },
    ),
    { numRuns: 600 },
  );
});

function closing(prefix: string): string {
  if (prefix === '**') return '**';
  return prefix === '```\n' ? '\n```' : '';
}

/** All text of a compiled body: what stands between tags, and the lines of code blocks. */
async function renderText(text: Text): Promise<string> {
  const parts: string[] = [];
  const collect = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(collect);
    if (typeof value === 'string') parts.push(value);
  };
  const jsx = (_type: unknown, { children, html }: { children?: unknown; html?: unknown }) => {
    collect(children);
    collect(html);
    return null;
  };
  const { code } = await compileText(text);
  const runtime = { Fragment: 'fragment', jsx, jsxs: jsx, jsxDEV: jsx, evaluateAt };
  const { default: Content } = await run(code, runtime as unknown as Parameters<typeof run>[1]);
  (Content as (props: unknown) => unknown)({ components: provideAll(() => null) });
  return parts.join(' ');
}
