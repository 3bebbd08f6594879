import { expect, test } from 'playwright/test';
import { type PageElement, parseHtmlPage } from './html-page';
import { type NewElement, PageEditor } from './page-editor';

const HTML =
  '<!DOCTYPE html><html><head><meta charset="utf-8"/><link rel="a"/><link rel="b"/></head><body>' +
  '<!-- 1 --><p>One</p><!-- 2 --><script>x()</script></body></html>';

const STYLE: NewElement = { name: 'style', attributes: new Map(), text: 'p{}' };
const META: NewElement = { name: 'meta', attributes: new Map([['content', 'a "b" & c']]), text: '' };

const CASES: readonly (readonly [what: string, edit: (editor: PageEditor) => void, expected: string])[] = [
  [
    'removes elements and comments',
    (editor) => editor.remove([find(editor, 'script'), ...editor.page.comments]),
    HTML.replace('<script>x()</script>', '').replace(/<!-- . -->/g, ''),
  ],
  [
    'replaces an element and inserts others beside it',
    (editor) => {
      const link = find(editor, 'link');
      editor.replace(link, STYLE);
      editor.insert(link.start, [META]);
    },
    HTML.replace('<link rel="a"/>', '<meta content="a &quot;b&quot; &amp; c"/><style>p{}</style>'),
  ],
  [
    'inserts after an element that was removed, the latest first',
    (editor) => {
      const link = find(editor, 'link');
      editor.remove([link]);
      editor.insert(link.end, [STYLE, STYLE]);
      editor.insert(link.end, [META]);
    },
    HTML.replace(
      '<link rel="a"/>',
      '<meta content="a &quot;b&quot; &amp; c"/><style>p{}</style><style>p{}</style>',
    ),
  ],
  ['leaves a page as it is without edits', () => undefined, HTML],
];

for (const [what, edit, expected] of CASES) {
  test(`a page editor ${what}`, () => {
    const editor = new PageEditor(parseHtmlPage(HTML));
    edit(editor);
    expect(editor.toString()).toBe(expected);
    expect(editor.elements.map(withoutPlace)).toEqual(parseHtmlPage(expected).elements.map(withoutPlace));
  });
}

function find({ elements }: PageEditor, wanted: string): PageElement {
  const found = elements.find(({ name }) => name === wanted);
  if (!found) throw new Error(`The page has no ${wanted}.`);
  return found;
}

function withoutPlace({ name, attributes, text }: PageElement) {
  return { name, attributes: [...attributes], text };
}
