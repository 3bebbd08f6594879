import { createProcessCache } from '../cache/process-cache';
import { type Edit, editPage } from './edit-page';
import type { HtmlPage, PageElement } from './html-page';

/** A file with a face of type, and whether a page has anything set in it. */
interface Face {
  readonly href: string;
  readonly isCalledFor: boolean;
}

const FACE = /@font-face\s*{([^}]*)}/g;
const CODE = /<(code|pre|kbd|samp)\b/;
const FORMULA = /<math\b/;
/** What they set in bold. */
const BOLD = /<(strong|b|h2)\b|class="[^"]*\bfont-semibold\b/;
/** The families of texts and of code, where the settings of the blog name others than the engine's. */
const OWN_TEXT = /html:root\{[^}]*--font-serif:"?([^",;}]+)/;
const OWN_CODE = /html:root\{[^}]*--font-mono:"?([^",;}]+)/;

/** What the style sheets set in italics (`font-style: italic` in components/styles) and the class of that name. */
const ITALIC =
  /<(em|i|cite|dfn|var|dt|h3|th|caption|blockquote|figcaption|colophon-search)\b|class="[^"]*\b(italic|taper|aside-list|state-mark|code-caption|problem-remedy)\b/;

/** The faces of a page's style sheets: the mono is called for by code, a slice by its characters, and so on. */
export function listFaces({ source }: HtmlPage, css: string): Face[] {
  const families = readFamilies(css);
  const body = source.slice(source.search(/<body\b/)).replace(/<(style|script)\b.*?<\/\1>/gs, '');
  return [...css.matchAll(FACE)].flatMap(([, face = '']) => {
    const href = /url\(["']?([^"')]+)/.exec(face)?.[1];
    if (href === undefined || href.startsWith('data:')) return [];
    return [
      {
        href: new URL(href, 'https://x/_next/static/chunks/').pathname,
        isCalledFor: isUsed(face, body, families),
      },
    ];
  });
}

/**
 * The page with a preload for each face it calls for: text appears in a font of the system (`font-display: swap`), and
 * the sooner the face arrives, the less of it is seen in two.
 */
export function preloadFaces(page: HtmlPage): HtmlPage {
  const preloads = listFontPreloads(page);
  const toPath = ({ attributes }: PageElement) => attributes.get('href')?.replace(/\?.*/, '');
  const known = preloads.map(toPath);
  const css = page.elements.flatMap(({ name, text }) => (name === 'style' ? text : []));
  const faces = listFaces(page, css.join('\n'));
  const wanted = faces.filter(({ href, isCalledFor }) => isCalledFor && !known.includes(href));
  // Next asks for the roman of the engine, whatever a blog is set in.
  const isOwn = OWN_TEXT.test(css.join('\n'));
  const idle = preloads.filter(
    (preload) => isOwn && !faces.some(({ href, isCalledFor }) => isCalledFor && href === toPath(preload)),
  );
  // Where a deployment has a name, Next adds it here and not in the style sheet: one face would be fetched twice.
  const named = preloads.filter(
    (preload) =>
      !idle.includes(preload) &&
      preload.attributes.get('href')?.includes('?') &&
      faces.some(({ href }) => href === toPath(preload)),
  );
  // After the roman, which most of the text is set in.
  const at = preloads.at(-1)?.end ?? page.elements.find(({ name }) => name === 'style')?.start;
  if (at === undefined) return page;
  const edits: Edit[] = [
    ...named.map((preload) => ({ ...preload, insert: toPreload(toPath(preload) ?? '') })),
    ...idle.map(({ start, end }) => ({ start, end })),
  ];
  const links = wanted.map(({ href }) => toPreload(href)).join('');
  return editPage(page, links === '' ? edits : [...edits, { start: at, end: at, insert: links }]);
}

/** The links by which a page asks for fonts. */
export function listFontPreloads(page: HtmlPage): PageElement[] {
  return page.elements.filter(({ name, attributes }) => name === 'link' && attributes.get('as') === 'font');
}

function toPreload(href: string): string {
  return `<link rel="preload" href="${href}" as="font" crossorigin="" type="font/woff2"/>`;
}

interface Families {
  readonly text: string;
  readonly code: string;
}

function readFamilies(css: string): Families {
  return {
    text: OWN_TEXT.exec(css)?.[1] ?? 'Colophon Serif',
    code: OWN_CODE.exec(css)?.[1] ?? 'Colophon Mono',
  };
}

function isUsed(face: string, body: string, families: Families): boolean {
  const family = /font-family:\s*["']?([^;"']*)/.exec(face)?.[1]?.trim();
  const range = /unicode-range:([^;]+)/.exec(face)?.[1];
  const isItalic = /font-style:\s*italic/.test(face);
  const isBold = /font-weight:\s*600/.test(face);
  if (family === families.code) return !isItalic && !isBold && CODE.test(body);
  if (family === 'Colophon Math') return FORMULA.test(body);
  if (family !== families.text) return false;
  if (isBold) return BOLD.test(body);
  // Which of its letters stand in italics only the browser knows.
  if (range !== undefined) return !isItalic && hasCharacter(body, range);
  return !isItalic || ITALIC.test(body);
}

/** Whether a text has a character of a `unicode-range`. */
function hasCharacter(text: string, range: string): boolean {
  return patterns.getOrCreate(range, () => toPattern(range)).test(text);
}

const patterns = createProcessCache<string, RegExp>('patterns of character ranges');

function toPattern(range: string): RegExp {
  const spans = [...range.matchAll(/U\+([0-9a-f]+)(?:-([0-9a-f]+))?/gi)];
  return new RegExp(`[${spans.map(([, from = '', to = from]) => `\\u{${from}}-\\u{${to}}`).join('')}]`, 'u');
}
