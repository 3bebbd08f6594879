import { createProcessCache } from '../cache/process-cache';

/** A font file as a style sheet declares it. */
export interface FontFace {
  /** Path of the file. */
  readonly href: string;
  readonly family: string;
  readonly isItalic: boolean;
  readonly isBold: boolean;
  /** One character of those that it is for; undefined where it is for all. */
  readonly range: RegExp | undefined;
}

/** The fonts that the style sheets of a page declare and use. */
export interface StyleSheets {
  readonly faces: readonly FontFace[];
  /** Families of texts and of code. */
  readonly textFamily: string;
  readonly codeFamily: string;
  /** Whether the blog names a family for texts. */
  readonly hasOwnText: boolean;
}

/** Reads the fonts of a page's style sheets. */
export function readStyleSheets(css: readonly string[]): StyleSheets {
  const read = css.map((text) =>
    text.length < MIN_SHARED_LENGTH ? readSheet(text) : sheets.getOrCreate(text, () => readSheet(text)),
  );
  const text = read.find(({ textFamily }) => textFamily !== undefined)?.textFamily;
  const code = read.find(({ codeFamily }) => codeFamily !== undefined)?.codeFamily;
  return {
    faces: read.flatMap(({ faces }) => faces),
    textFamily: text ?? 'Colophon Serif',
    codeFamily: code ?? 'Colophon Mono',
    hasOwnText: text !== undefined,
  };
}

interface Sheet {
  readonly faces: readonly FontFace[];
  readonly textFamily: string | undefined;
  readonly codeFamily: string | undefined;
}

/** Thousands of pages share a long style sheet, which is read once. Short ones differ from page to page. Characters. */
const MIN_SHARED_LENGTH = 4096;

const sheets = createProcessCache<string, Sheet>('fonts of style sheets', { max: 200 });

function readSheet(css: string): Sheet {
  return {
    faces: [...css.matchAll(FACE)].flatMap(([, declarations = '']) => toFace(declarations) ?? []),
    textFamily: OWN_TEXT.exec(css)?.[1],
    codeFamily: OWN_CODE.exec(css)?.[1],
  };
}

const FACE = /@font-face\s*{([^}]*)}/g;
/** The families of texts and of code, where the settings of the blog or its style sheet name others than the engine's. */
const OWN_TEXT = /(?:html|:root)[^{}]*\{[^}]*--font-serif:(?!\s*["']?Colophon )\s*["']?([^"',;}]+)/;
const OWN_CODE = /(?:html|:root)[^{}]*\{[^}]*--font-mono:(?!\s*["']?Colophon )\s*["']?([^"',;}]+)/;

function toFace(declarations: string): FontFace | undefined {
  const href = /url\(["']?([^"')]+)/.exec(declarations)?.[1];
  if (href === undefined || href.startsWith('data:')) return undefined;
  const range = /unicode-range:([^;]+)/.exec(declarations)?.[1];
  return {
    href: new URL(href, 'https://x/_next/static/chunks/').pathname,
    family: /font-family:\s*["']?([^;"']*)/.exec(declarations)?.[1]?.trim() ?? '',
    isItalic: /font-style:\s*italic/.test(declarations),
    isBold: /font-weight:\s*600/.test(declarations),
    range: range === undefined ? undefined : toPattern(range),
  };
}

function toPattern(range: string): RegExp {
  const spans = [...range.matchAll(/U\+([0-9a-f]+)(?:-([0-9a-f]+))?/gi)];
  return new RegExp(`[${spans.map(([, from = '', to = from]) => `\\u{${from}}-\\u{${to}}`).join('')}]`, 'u');
}
