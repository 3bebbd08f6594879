import { expect, test } from 'playwright/test';
import { preloadFonts } from './fonts';
import { parseHtmlPage } from './html-page';
import { PageEditor } from './page-editor';

const FACES = [
  '@font-face{font-family:Colophon Serif;src:url(/f/roman.woff2);font-style:normal}',
  '@font-face{font-family:Colophon Serif;src:url(/f/italic.woff2);font-style:italic}',
  '@font-face{font-family:Colophon Serif;unicode-range:U+100-151;src:url(/f/more.woff2);font-style:normal}',
  '@font-face{font-family:Colophon Mono;src:url(/f/mono.woff2)}',
  '@font-face{font-family:Colophon Serif Fallback;src:local(Tinos)}',
].join('');
const ROMAN = '<link rel="preload" href="/f/roman.woff2" as="font" crossorigin="" type="font/woff2"/>';

function listPreloads(body: string, own = ''): string[] {
  const html = `<head>${ROMAN}<style>${FACES}</style><style>${own}</style></head><body>${body}</body>`;
  return [...preload(html).matchAll(/href="\/f\/(\w+)/g)].map(([, name = '']) => name);
}

function preload(html: string): string {
  const once = edit(html);
  expect(edit(once)).toBe(once);
  return once;
}

function edit(html: string): string {
  const editor = new PageEditor(parseHtmlPage(html));
  preloadFonts(editor);
  const edited = editor.toString();
  // What later steps know of the page is what is written in it.
  const withoutPlaces = ({ start: _, end: __, ...rest }: object & { start: number; end: number }) => rest;
  expect(editor.elements.map(withoutPlaces)).toEqual(parseHtmlPage(edited).elements.map(withoutPlaces));
  return edited;
}

test('a page preloads the fonts that it uses, and no others', () => {
  expect(listPreloads('<p>Words</p>')).toEqual(['roman']);
  expect(listPreloads('<p><em>Words</em></p>')).toEqual(['roman', 'italic']);
  expect(listPreloads('<p class="text-dek italic">Words</p>')).toEqual(['roman', 'italic']);
  expect(listPreloads('<p><code>words</code></p>')).toEqual(['roman', 'mono']);
  expect(listPreloads('<p>Łódź</p>')).toEqual(['roman', 'more']);
  expect(listPreloads('<script>"<em>Łódź</em>"</script>')).toEqual(['roman']);
});

test('a page of a named deployment fetches each font once, by the address in its style sheet', () => {
  const named = ROMAN.replace('.woff2"', '.woff2?dpl=dpl_1"');
  const head = `<head>${named}<style>${FACES}</style></head>`;
  const html = preload(`${head}<body><p><em>Words</em></p></body>`);
  expect([...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href)).toEqual([
    '/f/roman.woff2',
    '/f/italic.woff2',
  ]);
});

test('a page in fonts of the blog preloads these, and none of the engine', () => {
  const files = [
    '@font-face{font-family:"Press";src:url(/f/press.woff2)}',
    '@font-face{font-family:"Press";src:url(/f/slanted.woff2);font-style:italic}',
    '@font-face{font-family:"Press";src:url(/f/heavy.woff2);font-weight:600}',
    '@font-face{font-family:"Press Code";src:url(/f/code.woff2)}',
  ].join('');
  const text = `${files}@layer theme{html:root{--color-rubric:#000;--font-serif:"Press",Georgia,serif}}`;
  const both = text.replace('}}', ';--font-mono:"Press Code",monospace}}');
  expect(listPreloads('<p>Words</p>', text)).toEqual(['press']);
  expect(listPreloads('<p><em>Łódź</em></p>', text)).toEqual(['press', 'slanted']);
  expect(listPreloads('<p><b>Words</b></p>', text)).toEqual(['press', 'heavy']);
  expect(listPreloads('<code>words</code>', text)).toEqual(['mono', 'press']);
  expect(listPreloads('<code>words</code>', both)).toEqual(['press', 'code']);
});

test('a page in fonts of the system preloads none', () => {
  const text = '@layer theme{html:root{--font-serif:"Charter",Georgia,serif;--font-mono:"Menlo",monospace}}';
  const code = '@layer theme{html:root{--font-mono:"Menlo",monospace}}';
  expect(listPreloads('<em>Łódź</em><code>words</code>', text)).toEqual([]);
  expect(listPreloads('<em>words</em><code>words</code>', code)).toEqual(['roman', 'italic']);
  // As a style sheet of the blog says it.
  expect(listPreloads('<em>Łódź</em>', ':root{--color-ink: #111;--font-serif: system-ui, serif}')).toEqual(
    [],
  );
  expect(listPreloads('<em>w</em>', '.a{--font-serif: system-ui}')).toEqual(['roman', 'italic']);
  expect(listPreloads('<p>w</p>', ':root{--font-serif: "Colophon Serif", serif}')).toEqual(['roman']);
});

test('a page without style sheets of its own stays as it is', () => {
  const html = '<head><title>Error</title></head><body><em>Words</em></body>';
  expect(preload(html)).toBe(html);
});
