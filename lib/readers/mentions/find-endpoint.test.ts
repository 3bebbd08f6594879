import { expect, test } from 'playwright/test';
import { findEndpoint } from './find-endpoint';

const url = 'https://grace.example/posts/1';

const find = (text: string, link?: string | string[], type = 'text/html') =>
  findEndpoint({
    ...{ status: 200, url, type, text, isCut: false },
    headers: (link === undefined ? {} : { link }) as Record<string, string>,
  });

const END = 'https://grace.example/end';

// As https://webmention.rocks tests them.
for (const [what, html, link, expected = END] of [
  ['a header, relative', '', '</end>; rel=webmention'],
  ['a header, absolute', '', `<${END}>; rel=webmention`],
  ['a header, in capitals and quotes', '', `<${END}>; REL="WebMention"`],
  ['a header with several relations', '', '</end>; rel="other webmention"'],
  ['a header with several links', '', '</a>; rel="other", </end>; rel="webmention", </b>; rel="webmention"'],
  [
    'a header with a comma and a semicolon in an address',
    '',
    '</a,b;c>; rel=other, </end>; title="x, y; rel=webmention"; rel=webmention',
  ],
  ['a header before an element', '<link rel="webmention" href="/other">', '</end>; rel=webmention'],
  ['an element link', '<link rel="webmention" href="/end">'],
  ['an element a', '<a href="end/../../end" rel="webmention">x</a>'],
  ['an element with several relations', '<link rel="other webmention" href="/end">'],
  ['an element without quotes', '<link rel=webmention href=/end>'],
  ['the first of several elements', '<a rel=webmention href="/end">x</a><link rel=webmention href="/other">'],
  [
    'an element without an address, which is none',
    '<link rel=webmention><a rel=webmention href="/end">x</a>',
  ],
  [
    'an element after a comment',
    '<!-- <a rel=webmention href="/other">x</a> --><a rel=webmention href="/end">x</a>',
  ],
  [
    'an element after code',
    '<code>&lt;link rel="webmention" href="/other"&gt;</code><a rel=webmention href="/end">x</a>',
  ],
  [
    'an element after a script',
    '<script>"<link rel=webmention href=/other>"</script><link rel=webmention href=/end>',
  ],
  ['an element with a query', '<link rel="webmention" href="/end?a=b&amp;c=d">', undefined, `${END}?a=b&c=d`],
  ['an empty address, which is the page itself', '<link rel="webmention" href="">', undefined, url],
  [
    'an address below a base',
    '<base href="https://x.example/y/"><link rel="webmention" href="end">',
    undefined,
    'https://x.example/y/end',
  ],
] as const)
  test(`finds an endpoint in ${what}`, () => expect(find(html, link)).toBe(expected));

test('finds none where there is none', () => {
  for (const html of [
    '',
    '<link rel="notwebmention" href="/x">',
    '<link rel="webmention-2" href="/x">',
    '<div rel=webmention href="/x">',
    'rel="webmention"',
  ])
    expect(find(html), html).toBeUndefined();
  for (const link of [
    '',
    'x',
    '</x>',
    '</x>; rel=other',
    '</x>; title="rel=webmention"',
    '</x>; xrel=webmention',
    '</x>; rel=other; rel=webmention',
  ])
    expect(find('', link), link).toBeUndefined();
  expect(find('<link rel="webmention" href="/x">', undefined, 'text/plain')).toBeUndefined();
});

test('headers of any length take little time', () => {
  for (const piece of ['<', '</x>;', '</x>; rel="', ' ; a', '</x>; a=b', ',']) {
    const start = process.cpuUsage();
    find('', `</x>${piece.repeat(16_000 / piece.length)}`);
    expect(process.cpuUsage(start).user, piece).toBeLessThan(2_000_000);
  }
});
