import { type FontFace, readStyleSheets, type StyleSheets } from './font-faces';
import type { HtmlPage, PageElement } from './html-page';
import type { NewElement, PageEditor } from './page-editor';

const CODE = ['code', 'pre', 'kbd', 'samp'];
/** What the style sheets set in bold. */
const BOLD = ['strong', 'b', 'h2'];
const BOLD_CLASS = /\bfont-semibold\b/;
/** What they set in italics (`font-style: italic` in components/styles), and the classes that do. */
const ITALIC = [
  ...['em', 'i', 'cite', 'dfn', 'var', 'dt', 'h3', 'th', 'caption', 'blockquote', 'figcaption'],
  'colophon-search',
];
const ITALIC_CLASS = /\b(italic|taper|aside-list|state-mark|code-caption|problem-remedy)\b/;

/** The paths of the fonts that a page uses of those in its style sheets: a monospaced one for code, and so on. */
export function listUsedFonts(page: HtmlPage, css: readonly string[]): string[] {
  const sheets = readStyleSheets(css);
  const getText = createTextReader(page);
  return sheets.faces.filter((face) => isUsed(face, sheets, page, getText)).map(({ href }) => href);
}

/**
 * Gives a page a preload for each font that it uses: text appears in a font of the system (`font-display: swap`), and the
 * sooner its own arrives, the less of it is seen in two.
 */
export function preloadFonts(editor: PageEditor): void {
  const preloads = listFontPreloads(editor.elements);
  // After the roman font, which most of the text uses.
  const at = preloads.at(-1)?.end ?? editor.elements.find(({ name }) => name === 'style')?.start;
  if (at === undefined) return;
  const css = editor.elements.flatMap(({ name, text }) => (name === 'style' ? text : []));
  const { faces, hasOwnText } = readStyleSheets(css);
  const used = listUsedFonts(editor.page, css);
  const known = preloads.map(toPath);
  for (const preload of preloads) {
    const path = toPath(preload);
    // Next preloads the roman of the engine, whatever font a blog is set in.
    if (hasOwnText && !used.includes(path)) editor.remove([preload]);
    // Next adds the name of a deployment here and not in the style sheet: one font would be fetched twice.
    else if (preload.attributes.get('href')?.includes('?') && faces.some(({ href }) => href === path))
      editor.replace(preload, toPreload(path));
  }
  editor.insert(at, used.filter((href) => !known.includes(href)).map(toPreload));
}

/** The links by which a page preloads fonts. */
export function listFontPreloads(elements: readonly PageElement[]): PageElement[] {
  return elements.filter(({ name, attributes }) => name === 'link' && attributes.get('as') === 'font');
}

function toPath({ attributes }: PageElement): string {
  return (attributes.get('href') ?? '').replace(/\?.*/, '');
}

function toPreload(href: string): NewElement {
  const attributes = { rel: 'preload', href, as: 'font', crossorigin: '', type: 'font/woff2' };
  return { name: 'link', attributes: new Map(Object.entries(attributes)), text: '' };
}

function isUsed(
  { family, range, isItalic, isBold }: FontFace,
  { textFamily, codeFamily }: StyleSheets,
  { names, classes }: HtmlPage,
  getText: () => string,
): boolean {
  const hasAny = (wanted: readonly string[], pattern?: RegExp) =>
    wanted.some((name) => names.has(name)) ||
    (pattern !== undefined && [...classes].some((value) => pattern.test(value)));
  if (family === codeFamily) return !isItalic && !isBold && hasAny(CODE);
  if (family === 'Colophon Math') return names.has('math');
  if (family !== textFamily) return false;
  if (isBold) return hasAny(BOLD, BOLD_CLASS);
  // Only the browser knows which of these characters are in italics.
  if (range !== undefined) return !isItalic && range.test(getText());
  return !isItalic || hasAny(ITALIC, ITALIC_CLASS);
}

/** The body of a page as it is written, without scripts and styles. Put together once, where it is needed. */
function createTextReader({ source, elements }: HtmlPage): () => string {
  let text: string | undefined;
  return () => {
    text ??= readText(source, elements);
    return text;
  };
}

function readText(source: string, elements: readonly PageElement[]): string {
  let text = '';
  let at = source.search(/<body\b/);
  for (const { name, start, end } of elements) {
    if ((name !== 'style' && name !== 'script') || start < at) continue;
    text += source.slice(at, start);
    at = end;
  }
  return text + source.slice(at);
}
