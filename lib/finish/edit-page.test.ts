import { expect, test } from 'playwright/test';
import { type Edit, editPage } from './edit-page';
import { type HtmlPage, parseHtmlPage } from './html-page';

const HTML =
  '<!DOCTYPE html><html><head><link rel="a"/><link rel="b"/></head><body>' +
  '<div id="c"><!-- 1 --><p>One <b>two</b></p><!-- 2 --></div><script>x()</script></body></html>';

const CASES: readonly (readonly [what: string, edits: (page: HtmlPage) => Edit[], expected: string])[] = [
  [
    'cuts elements and comments, with all they hold',
    (page) => [find(page, 'p'), ...page.comments],
    HTML.replace('<p>One <b>two</b></p>', '').replace(/<!-- . -->/g, ''),
  ],
  [
    'puts elements in the place of others, and between them',
    (page) => [
      { ...find(page, 'link'), insert: '<style>p{}</style>' },
      { start: find(page, 'script').start, end: find(page, 'script').start, insert: '<i>new</i><!-- 3 -->' },
    ],
    HTML.replace('<link rel="a"/>', '<style>p{}</style>').replace('<script>', '<i>new</i><!-- 3 --><script>'),
  ],
  [
    'obeys the outer one of two edits',
    (page) => [find(page, 'b'), { ...find(page, 'p'), insert: '<hr>' }, find(page, 'script')],
    HTML.replace('<p>One <b>two</b></p>', '<hr>').replace('<script>x()</script>', ''),
  ],
  ['leaves a page alone that nothing happens to', () => [], HTML],
];

for (const [what, toEdits, expected] of CASES) {
  test(`editPage ${what}`, () => {
    const page = parseHtmlPage(HTML);
    const edited = editPage(page, toEdits(page));
    expect(edited.source).toBe(expected);
    expect(edited).toEqual(parseHtmlPage(expected));
  });
}

function find({ elements }: HtmlPage, wanted: string): Edit {
  const { start, end } = elements.find(({ name }) => name === wanted) ?? { start: 0, end: 0 };
  return { start, end };
}
