import { brotliCompressSync, gzipSync } from 'node:zlib';
import { listUsedFonts } from './fonts';
import { type HtmlPage, parseHtmlPage } from './html-page';
import { listScripts } from './page-scripts';
import type { ReadAsset } from './read-asset';

/** Bytes as the build wrote them, and as a host sends them. */
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

/** Counts the bytes a page needs on a first visit: images left out, fonts by the characters and elements it has. */
export function measurePage(html: string, readAsset: ReadAsset): PageSize {
  const page = parseHtmlPage(html);
  const sheets = listSheets(page).map((href) => readAsset(href));
  const inlineCss = page.elements.filter(({ name }) => name === 'style').map(({ text }) => Buffer.from(text));
  const scripts = listScripts(page.elements).filter(({ attributes }) => isRun(attributes));
  const files = scripts.flatMap(({ attributes }) => toLocal(attributes.get('src')) ?? []).map(readAsset);
  const inlineJs = scripts
    .filter(({ attributes }) => !attributes.has('src'))
    .map(({ text }) => Buffer.from(text));
  const css = [...sheets, ...inlineCss];
  const fonts = listUsedFonts(
    page,
    css.map((sheet) => sheet.toString('utf8')),
  ).map(readAsset);
  const fontBytes = fonts.reduce((sum, file) => sum + file.length, 0);
  return {
    html: toBytes([Buffer.from(html)]),
    css: toBytes(css),
    js: toBytes([...files, ...inlineJs]),
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

function toBytes(parts: readonly Buffer[]): Bytes {
  const sum = (measure: (part: Buffer) => number) => parts.reduce((total, part) => total + measure(part), 0);
  return {
    raw: sum((part) => part.length),
    gzip: sum((part) => gzipSync(part, { level: 9 }).length),
    brotli: sum((part) => brotliCompressSync(part).length),
  };
}
