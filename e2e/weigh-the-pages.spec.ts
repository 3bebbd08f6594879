import { archivePath, homePath, searchPath, tagPath } from './addresses';
import { SEED } from './page-types';
import { expect, test } from './site';
import { brotli, LIMITS, sum, weigh } from './weigh';

test.describe('The first post of the demo', { tag: '@demo' }, () => {
  test('A reader pays for the post and nothing else', async ({ browser }) => {
    const { html, ...weight } = await weigh(browser, SEED);
    expect.soft(weight.frameworkScripts, 'scripts of the framework').toEqual([]);
    expect.soft(weight.javaScript, 'bytes of scripts').toBeLessThanOrEqual(LIMITS.javaScript);
    expect.soft(weight.css, 'bytes of CSS').toBeLessThanOrEqual(LIMITS.css);
    expect.soft(weight.fonts.length, 'fonts').toBeLessThanOrEqual(LIMITS.fontFiles);
    expect
      .soft(sum(weight.fonts.map(({ bytes }) => bytes)), 'bytes of fonts')
      .toBeLessThanOrEqual(LIMITS.fonts);
    expect.soft(weight.requests.length, weight.requests.join('\n')).toBeLessThanOrEqual(LIMITS.requests);
    expect
      .soft(weight.renderBlocking.length, 'files the first frame waits for')
      .toBeLessThanOrEqual(LIMITS.renderBlocking);
    const markup = html.replace(/<(style|script)\b.*?<\/\1>/gs, '');
    const [head = '', body = ''] = markup.split(/(?=<body\b)/);
    const seen = listSeen(markup).join('');
    expect.soft(body.length / seen.length, 'HTML by what is seen').toBeLessThanOrEqual(LIMITS.html);
    expect.soft(brotli(body) / brotli(seen), 'both compressed').toBeLessThanOrEqual(LIMITS.html);
    expect.soft(brotli(head), 'bytes of metadata').toBeLessThanOrEqual(LIMITS.head);
  });

  test('A reader gets every sentence once', async ({ page }) => {
    const source = toText((await (await page.goto(SEED))?.text()) ?? '');
    const texts = await page.locator('.prose').evaluate((prose) => {
      const walker = document.createTreeWalker(prose, NodeFilter.SHOW_TEXT);
      const texts: string[] = [];
      while (walker.nextNode()) {
        const { parentElement, nodeValue } = walker.currentNode;
        // The contents name each heading once more.
        if (!parentElement?.closest('h2, h3')) texts.push(nodeValue ?? '');
      }
      return texts;
    });
    const sentences = texts.map((text) => toText(text).trim()).filter(({ length }) => length >= 30);
    expect(sentences.length).toBeGreaterThan(10);
    for (const sentence of sentences) {
      expect.soft(source.split(sentence).length - 1, sentence).toBe(1);
    }
  });

  test('A reader fetches the font of code with code alone', async ({ browser }) => {
    const isMono = ({ path }: { path: string }) => /mono/.test(path);
    expect((await weigh(browser, SEED)).fonts.filter(isMono)).toHaveLength(1);
    expect((await weigh(browser, homePath)).fonts.filter(isMono)).toEqual([]);
  });
});

test('A reader of any list pays for no framework, and for little else', async ({ browser, index }) => {
  const [tag] = index.tags.keys();
  // The search is a script of its own, fetched where it is used.
  const budgets = new Map([[searchPath, LIMITS.search]]);
  const own = index.site.fonts === undefined ? 0 : LIMITS.ownFontsCss;
  for (const path of [homePath, archivePath(), ...(tag ? [tagPath(tag)] : []), searchPath]) {
    const weight = await weigh(browser, path);
    expect.soft(weight.frameworkScripts, `scripts of the framework on ${path}`).toEqual([]);
    expect
      .soft(weight.javaScript, `bytes of scripts on ${path}`)
      .toBeLessThanOrEqual(budgets.get(path) ?? LIMITS.javaScript);
    expect.soft(weight.css, `bytes of CSS on ${path}`).toBeLessThanOrEqual(LIMITS.css + own);
    const files = weight.requests.filter((url) => !url.includes('/search/'));
    expect.soft(files.length, files.join('\n')).toBeLessThanOrEqual(LIMITS.requests);
    expect.soft(weight.renderBlocking.length, path).toBeLessThanOrEqual(LIMITS.renderBlocking);
  }
});

/** The header of the site, the main content and the footer of the site, as they stand in the page. */
function listSeen(html: string): string[] {
  return [
    html.slice(html.indexOf('<header'), html.indexOf('</header>')),
    html.slice(html.indexOf('<main'), html.indexOf('</main>')),
    html.slice(html.lastIndexOf('<footer'), html.lastIndexOf('</footer>')),
  ];
}

/** Text as a reader has it, from HTML or from data in a script. */
function toText(source: string): string {
  return source
    .replace(/&(?:#x27|#39|apos);/g, "'")
    .replace(/&quot;|\\"/g, '"')
    .replace(/&lt;|\\u003c/g, '<')
    .replace(/&gt;|\\u003e/g, '>')
    .replace(/&amp;|\\u0026/g, '&')
    .replace(/\\n|\s+/g, ' ');
}
