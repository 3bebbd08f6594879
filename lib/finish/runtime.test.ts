import { expect, test } from 'playwright/test';
import { parseHtmlPage } from './html-page';
import { PageEditor } from './page-editor';
import { removeRuntime } from './runtime';

const MODULES = new Map([
  ['39756', '[project]/node_modules/next/dist/esm/client/components/layout-router.js'],
  ['8821', '[project]/app/error.tsx'],
  ['4711', '[project]/node_modules/next/dist/client/app-dir/link.js'],
  ['77', '[project]/components/mdx/counter.tsx'],
  ['78', '[project]/node_modules/next/dist/client/script.js'],
]);

const OPEN = '<script>(self.__next_f=self.__next_f||[]).push([0])</script>';

test.describe('removeRuntime', () => {
  test('removes scripts, preloads, data and markers from a page with framework components only', () => {
    const html = toPage(
      push('3:I[39756,["/a.js"],"default"]\n5:I[8821,["/a.js"],"default"]\n6:I[4711,[],""]\n'),
    );
    const page = finish(html);
    expect(page.keptFor).toEqual([]);
    expect(page.html).toBe(
      '<!DOCTYPE html><html><head><meta charset="utf-8"/><script data-colophon="">1</script></head>' +
        '<body><p>One two</p><!-- mine --></body></html>',
    );
  });

  test('does the same twice as once', () => {
    const { html } = finish(toPage(push('3:I[39756,[],"default"]\n')));
    expect(finish(html)).toEqual({ html, keptFor: [] });
  });

  test('leaves a page with a client component of the site as it is, and names the component', () => {
    const html = toPage(push('3:I[39756,[],"default"]\n4:I[77,[],"Counter"]\n'));
    expect(finish(html)).toEqual({ html, keptFor: ['components/mdx/counter.tsx'] });
  });

  test('leaves a page whose scripts the framework would load', () => {
    const html = toPage(push('3:I[39756,[],"default"]\n4:I[78,[],""]\n'));
    expect(finish(html).keptFor).toEqual(['node_modules/next/dist/client/script.js']);
  });

  test('leaves a page that receives streamed content', () => {
    const stream = '<script>$RC("B:0","S:0")</script>';
    const html = toPage(push('3:I[39756,[],"default"]\n') + stream);
    expect(finish(html)).toEqual({ html, keptFor: ['streamed content (Suspense, loading.tsx)'] });
  });

  test('recognises the scripts of a named deployment', () => {
    const html = toPage(push('3:I[39756,[],"default"]\n')).replaceAll('.js"', '.js?dpl=dpl_Ab1"');
    expect(html).toContain('.js?dpl=');
    expect(finish(html).html).not.toContain('.js?dpl=');
  });

  test('finds a component whose row is split over two scripts', () => {
    const html = toPage(push('3:I[39756,[],"default"]\n4:I[7') + push('7,[],"Counter"]\n'));
    expect(finish(html).keptFor).toEqual(['components/mdx/counter.tsx']);
  });

  test('does not mistake the text of a post for data', () => {
    const text = 'In flight data a row looks like\n4:I[77,[],"Counter"]\nand so on — übrigens';
    const size = Buffer.byteLength(text).toString(16);
    const html = toPage(push(`2:T${size},${text}3:I[39756,[],"default"]\n`));
    expect(finish(html).keptFor).toEqual([]);
    expect(finish(html).html).not.toContain('Counter');
  });

  for (const [what, script] of [
    ['an inline script', '<script>alert(1)</script>'],
    ['a script from elsewhere', '<script src="https://example.com/a.js"></script>'],
    ['data of another form', '<script>self.__next_f.push(window.x)</script>'],
    ['a row of an unknown kind', push('3:Zboom\n')],
    ['a component that no manifest lists', push('3:I[12,[],"x"]\n')],
  ] as const) {
    test(`refuses ${what}`, () => {
      expect(() => finish(toPage(script))).toThrow();
    });
  }
});

function finish(html: string) {
  const editor = new PageEditor(parseHtmlPage(html));
  const keptFor = removeRuntime(editor, MODULES);
  return { html: editor.toString(), keptFor };
}

function toPage(scripts: string): string {
  return (
    '<!DOCTYPE html><html><head><meta charset="utf-8"/>' +
    '<link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/a.js"/>' +
    '<script src="/_next/static/chunks/b.js" async=""></script><script data-colophon="">1</script></head>' +
    `<body><div hidden=""><!--$--><!--/$--></div><p>One <!-- -->two</p><!-- mine -->${OPEN}${scripts}</body></html>`
  );
}

function push(text: string): string {
  return `<script>self.__next_f.push([1,${JSON.stringify(text).replaceAll('<', '\\u003c')}])</script>`;
}
