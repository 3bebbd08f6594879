import { createHash } from 'node:crypto';
import { expect, test } from 'playwright/test';
import { siteSchema } from '../site/site';
import { buildCsp, setCsp } from './csp';
import { toCspSources } from './csp-sources';
import { parseHtmlPage } from './html-page';
import { PageEditor } from './page-editor';

test.describe('buildCsp', () => {
  test('allows the inline scripts and styles of the page by hash, and nothing else inline', () => {
    const csp = policyOf('<style>p{}</style><script>go()</script><script src="/a.js"></script>');
    expect(csp.get('script-src')).toBe(`'self' '${hash('go()')}'`);
    expect(csp.get('style-src')).toBe(`'self' '${hash('p{}')}'`);
    expect(csp.get('style-src-attr')).toBe("'none'");
    expect(csp.get('default-src')).toBe("'none'");
  });

  test('allows a style attribute by its very text', () => {
    expect(policyOf('<p style="color:red">x</p>').get('style-src-attr')).toBe(
      `'unsafe-hashes' '${hash('color:red')}'`,
    );
  });

  test('allows the origins of images, media and frames that the text shows', () => {
    const csp = policyOf(
      '<img src="https://pictures.example/a.png"><iframe src="https://frames.example/x?y"></iframe>' +
        '<video src="//media.example/a.mp4"></video><img src="/own.png"><img src="data:image/png;base64,xx">',
    );
    expect(csp.get('img-src')).toBe("'self' data: https://pictures.example");
    expect(csp.get('frame-src')).toBe('https://frames.example');
    expect(csp.get('media-src')).toBe("'self' https://media.example");
  });

  test('allows the frame that an embed will load, on its page only', () => {
    const embed =
      '<colophon-embed data-frame="https://player.example/1?a"><a href="/">x</a></colophon-embed>';
    expect(policyOf(embed).get('frame-src')).toBe('https://player.example');
    expect(policyOf('<p>x</p>').get('frame-src')).toBe("'none'");
  });

  test('follows the settings', () => {
    const analytics = { script: 'https://count.example/js/a.js', sendsTo: ['https://api.count.example/x'] };
    const csp = buildCsp([], toCspSources(siteSchema.parse({ analytics })));
    expect(csp).toContain("script-src 'self' https://count.example;");
    expect(csp).toContain("connect-src 'self' https://count.example https://api.count.example;");
  });

  test('lets forms be sent to the site alone, whatever a page and the settings name', () => {
    const analytics = { script: 'https://count.example/js/a.js', sendsTo: ['https://api.count.example/x'] };
    const { elements } = parseHtmlPage(
      '<form action="https://elsewhere.example/"><button formaction="https://elsewhere.example/">x</button></form>',
    );
    const csp = buildCsp(elements, toCspSources(siteSchema.parse({ analytics })));
    expect(csp).toContain("; form-action 'self'; ");
  });

  test('never contains unsafe-inline, unsafe-eval or a wildcard', () => {
    const html = '<img src="https://*.example/a"><style>a</style><script>b</script>';
    const csp = buildCsp(parseHtmlPage(html).elements);
    expect(csp).not.toMatch(/unsafe-inline|unsafe-eval|\*/);
  });
});

test('setCsp puts one policy first in the head, however often it is called, and leaves that of an author', () => {
  const own = '<meta http-equiv="Content-Security-Policy" content="img-src \'none\'"/>';
  const set = (html: string) => {
    const editor = new PageEditor(parseHtmlPage(html));
    setCsp(editor, "default-src 'none'");
    return editor.toString();
  };
  const once = set(`<html><head><meta charSet="utf-8"/><title>x</title>${own}</head></html>`);
  expect(set(once)).toBe(once);
  expect(once).toBe(
    '<html><head><meta charSet="utf-8"/><meta http-equiv="Content-Security-Policy" content="default-src ' +
      `'none'"/><title>x</title>${own}</head></html>`,
  );
});

function policyOf(body: string): Map<string, string> {
  const page = parseHtmlPage(`<!DOCTYPE html><html><head></head><body>${body}</body></html>`);
  const csp = buildCsp(page.elements);
  return new Map(
    csp.split('; ').map((directive) => {
      const [name = '', ...sources] = directive.split(' ');
      return [name, sources.join(' ')];
    }),
  );
}

function hash(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
