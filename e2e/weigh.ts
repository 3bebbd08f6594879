import { brotliCompressSync } from 'node:zlib';
import type { Browser, BrowserContextOptions, Response } from 'playwright/test';
import { address } from './addresses';
import { settle } from './page-types';

/** All sizes are bytes, of text as brotli sends it. */
export const LIMITS = {
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

/** What a first visit to a page costs. */
export interface Weight {
  html: string;
  javaScript: number;
  frameworkScripts: string[];
  css: number;
  fonts: { path: string; bytes: number }[];
  requests: string[];
  renderBlocking: string[];
}

/** A first visit: what was asked for, and what of it a host would send. */
export async function weigh(
  browser: Browser,
  path: string,
  options?: BrowserContextOptions,
): Promise<Weight> {
  const context = await browser.newContext(options);
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
    frameworkScripts: scripts.map(({ path }) => path).filter((path) => path.startsWith(address('/_next/'))),
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

export function brotli(text: string | Buffer): number {
  return brotliCompressSync(text).length;
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
