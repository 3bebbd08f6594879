import assert from 'node:assert/strict';
import { createProcessor } from '@mdx-js/mdx';
import fc from 'fast-check';
import { expect, test } from 'playwright/test';
import remarkGfm from 'remark-gfm';
import { readGitHub } from './github';

const PARTS = [
  ...[
    'me',
    '@',
    'example',
    '.',
    'com',
    'www',
    'WWW.',
    'http',
    'HTTPS:',
    '://',
    'mailto:',
    'xmpp:',
    '+',
    '-',
    '_',
  ],
  ...[
    '&#64;',
    '&commat;',
    '&#119;',
    '&#x68;',
    '&period;',
    '&colon;',
    '\\@',
    '\\.',
    '\\:',
    '\\',
    '/',
    '&amp;',
    '\u0000',
  ],
  ...[
    ' ',
    '\n',
    '\n\n',
    '\t',
    '> ',
    '- ',
    '[',
    '](',
    ')',
    '<',
    '>',
    '`',
    '*',
    '~~',
    '|',
    '\n| a | b |\n| - | - |\n| ',
  ],
  ...['me@example.com', 'www.example.com', 'https://example.com/a_b(c)', '[^1]', '\n[^1]: '],
];

for (const format of ['md', 'mdx'] as const) {
  const read = (source: string, plugin: typeof remarkGfm | typeof readGitHub) => {
    try {
      return createProcessor({ format, remarkPlugins: [[plugin, { source }]] }).parse(source);
    } catch (error) {
      return String(error);
    }
  };

  test(`the tree of an .${format} text is the one that remark-gfm makes`, () => {
    const source = fc.array(fc.constantFrom(...PARTS), { maxLength: 10 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(source, (text) => assert.deepEqual(read(text, readGitHub), read(text, remarkGfm))),
      { numRuns: 500 },
    );
  });

  test(`addresses without brackets are links in .${format}, also where they are spelled with references`, () => {
    for (const [text, url] of [
      ['www.example.com', 'http://www.example.com'],
      ['See HTTPS://example.com.', 'HTTPS://example.com'],
      ['me@example.com', 'mailto:me@example.com'],
      ['me&#64;example.com', 'mailto:me@example.com'],
      ['me&commat;example.com', 'mailto:me@example.com'],
      ['www\\.example.com', 'http://www.example.com'],
      ['&#119;ww.example.com', 'http://www.example.com'],
    ] as const) {
      expect(JSON.stringify(read(text, readGitHub)), text).toContain(`"url":"${url}"`);
    }
  });
}
