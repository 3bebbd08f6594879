import { compress } from './compress';
import { listUsedFonts } from './fonts';
import { type HtmlPage, parseHtmlPage } from './html-page';
import { listScripts } from './page-scripts';
import type { ReadAsset } from './read-asset';

/** Bytes as the build wrote them, and as a server sends them. */
export interface Bytes {
  readonly raw: number;
  readonly gzip: number;
  readonly brotli: number;
}

/** What the first visit to a page loads. */
export interface PageSize {
  /** The page itself, style sheets and scripts inside it counted here and below. */
  readonly html: Bytes;
  readonly css: Bytes;
  readonly js: Bytes;
  /** Font files compress no further: the same number three times. */
  readonly fonts: Bytes;
  readonly requests: number;
}

/** Bytes of texts that were compressed before: most pages share their style sheets and scripts. */
export type KnownSizes = Map<string, Promise<Bytes>>;

/** Counts the bytes a page needs on a first visit: images left out, fonts by the characters and elements it has. */
export async function measurePage(html: string, readAsset: ReadAsset, known: KnownSizes): Promise<PageSize> {
  const page = parseHtmlPage(html);
  const readText = (href: string) => readAsset(href).toString('utf8');
  const sheets = listSheets(page).map(readText);
  const inlineCss = page.elements.filter(({ name }) => name === 'style').map(({ text }) => text);
  const scripts = listScripts(page.elements).filter(({ attributes }) => isRun(attributes));
  const files = scripts.flatMap(({ attributes }) => toLocal(attributes.get('src')) ?? []).map(readText);
  const inlineJs = scripts.filter(({ attributes }) => !attributes.has('src')).map(({ text }) => text);
  const css = [...sheets, ...inlineCss];
  const fonts = listUsedFonts(page, css).map(readAsset);
  const fontBytes = fonts.reduce((sum, file) => sum + file.length, 0);
  return {
    html: await measureText(html),
    css: await measureAll(css, known),
    js: await measureAll([...files, ...inlineJs], known),
    fonts: { raw: fontBytes, gzip: fontBytes, brotli: fontBytes },
    requests: 1 + sheets.length + files.length + fonts.length,
  };
}

/** `nomodule` scripts and data are not run by any browser this site supports. */
function isRun(attributes: ReadonlyMap<string, string>): boolean {
  const type = attributes.get('type') ?? '';
  return !attributes.has('nomodule') && ['', 'module', 'text/javascript'].includes(type);
}

function toLocal(src: string | undefined): string | undefined {
  return src?.startsWith('/') && !src.startsWith('//') ? src : undefined;
}

function listSheets(page: HtmlPage): string[] {
  return page.elements.flatMap(({ name, attributes }) =>
    name === 'link' && attributes.get('rel') === 'stylesheet' ? (toLocal(attributes.get('href')) ?? []) : [],
  );
}

async function measureAll(texts: readonly string[], known: KnownSizes): Promise<Bytes> {
  const sizes = texts.map((text) => {
    const size = known.get(text) ?? measureText(text);
    known.set(text, size);
    return size;
  });
  return (await Promise.all(sizes)).reduce(add, { raw: 0, gzip: 0, brotli: 0 });
}

async function measureText(text: string): Promise<Bytes> {
  const bytes = Buffer.from(text);
  const [brotli = bytes, gzip = bytes] = await Promise.all([compress(bytes, 'br'), compress(bytes, 'gz')]);
  return { raw: bytes.length, gzip: gzip.length, brotli: brotli.length };
}

function add(one: Bytes, other: Bytes): Bytes {
  return {
    raw: one.raw + other.raw,
    gzip: one.gzip + other.gzip,
    brotli: one.brotli + other.brotli,
  };
}
