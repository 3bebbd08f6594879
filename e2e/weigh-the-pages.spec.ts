import { brotliCompressSync } from 'node:zlib';
import type { Browser, Response } from 'playwright/test';
import { archivePath, homePath, searchPath, tagPath } from '@/lib/urls';
import { SEED, settle } from './page-types';
import { expect, test } from './site';

/** All sizes are bytes, of text as brotli sends it. */
const LIMITS = {
  javaScript: 4096,
  /** Scripts of the search page. */
  search: 12_288,
  css: 10_240,
  /** What a blog with fonts of its own adds: their fallbacks in three fonts of systems and three styles. */
  ownFontsCss: 700,
  fonts: 72 * 1024,
  fontFiles: 3,
  requests: 7,
  renderBlocking: 1,
  /** The body without styles and scripts : what of it a reader sees. */
  html: 1.15,
  /** The head without styles and scripts: what search engines, other sites and the policy of the page ask for. */
  head: 1536,
};

interface Weight {
  html: string;
  javaScript: number;
  frameworkScripts: string[];
  css: number;
  fonts: { path: string; bytes: number }[];
  requests: string[];
  renderBlocking: string[];
}

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

/** A first visit: what was asked for, and what of it a host would send. */
async function weigh(browser: Browser, path: string): Promise<Weight> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const responses: Response[] = [];
  page.on('response', (response) => responses.push(response));
  const html = (await (await page.goto(path))?.text()) ?? '';
  await settle(page);
  const readAll = (type: string) =>
    Promise.all(responses.filter((response) => response.request().resourceType() === type).map(readFile));
  const [scripts, sheets, fonts] = [
    await readAll('script'),
    await readAll('stylesheet'),
    await readAll('font'),
  ];
  const readInline = (selector: string) =>
    page.locator(selector).evaluateAll((all) => all.map(({ textContent }) => textContent ?? ''));
  const inlineScripts = await readInline('script:not([src]):not([type])');
  const renderBlocking = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter((entry) => Reflect.get(entry, 'renderBlockingStatus') === 'blocking')
      .map(({ name }) => name),
  );
  const weight = {
    html,
    javaScript: sum([...scripts.map(({ body }) => body), ...inlineScripts].map(brotli)),
    frameworkScripts: scripts.map(({ path }) => path).filter((path) => path.startsWith('/_next/')),
    css: sum([...sheets.map(({ body }) => body), ...(await readInline('style'))].map(brotli)),
    fonts: fonts.map(({ path, body }) => ({ path, bytes: body.length })),
    requests: responses.map((response) => response.url()),
    renderBlocking,
  };
  await context.close();
  return weight;
}

async function readFile(response: Response): Promise<{ path: string; body: Buffer }> {
  return { path: new URL(response.url()).pathname, body: await response.body() };
}

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

function brotli(text: string | Buffer): number {
  return brotliCompressSync(text).length;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
