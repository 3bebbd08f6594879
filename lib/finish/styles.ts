import { decodeHTMLAttribute } from 'entities';
import { createWeakProcessCache } from '../cache/process-cache';
import type { HtmlPage } from './html-page';
import type { PageEditor } from './page-editor';
import { formatSheet, listDecidingClasses, parseSheet, type SheetPart } from './page-rules';
import type { ReadAsset } from './read-asset';

/**
 * Writes the style sheets of a page into it, so that its first paint waits for no other file: the rules for what the page
 * has and what scripts add to it. Addresses inside are made absolute paths.
 */
export function inlineStyles(editor: PageEditor, readAsset: ReadAsset): void {
  for (const link of editor.elements) {
    const href = link.attributes.get('href');
    if (link.name !== 'link' || link.attributes.get('rel') !== 'stylesheet' || !href?.startsWith('/'))
      continue;
    const text = selectRules(readSheet(href, readAsset), editor.page);
    editor.replace(link, { name: 'style', attributes: new Map(), text });
  }
}

/** A style sheet in parts, the classes that decide which of them a page gets, and what pages got so far. */
interface Sheet {
  readonly parts: readonly SheetPart[];
  readonly deciding: ReadonlySet<string>;
  readonly selections: Map<string, string>;
}

/** Thousands of pages share a style sheet, whose bytes are read once: so is what is written into them. */
const sheets = createWeakProcessCache<Buffer, Sheet>('style sheets written into pages');

function readSheet(href: string, readAsset: ReadAsset): Sheet {
  const bytes = readAsset(href);
  return sheets.getOrCreate(bytes, () => {
    const parts = parseSheet(toInlineSheet(bytes.toString('utf8'), href));
    const deciding = new Set([...listDecidingClasses(parts)].map(toFamily));
    return { parts, deciding, selections: new Map() };
  });
}

/** Classes that no page has at first: those which the scripts of components/elements give and the comments that they fetch have. */
export const ADDED_CLASSES = ['link', 'linked', 'print-links', 'sent', 'visually-hidden', 'zoom'];
const COMMENT_CLASSES = ['code', 'k', 'meta'];

function selectRules({ parts, deciding, selections }: Sheet, { classes, names }: HtmlPage): string {
  const added = names.has('colophon-comments') ? [...ADDED_CLASSES, ...COMMENT_CLASSES] : ADDED_CLASSES;
  const given = [...classes].flatMap((value) => decodeHTMLAttribute(value).split(/\s+/));
  const families = new Set([...given, ...added].map(toFamily));
  const key = [...families].filter((family) => deciding.has(family)).sort();
  const selected =
    selections.get(key.join(' ')) ?? formatSheet(parts, (name) => families.has(toFamily(name)));
  selections.set(key.join(' '), selected);
  return selected;
}

/** Classes that count, and the roles of syntax, come and go together: posts unlike each other share a selection. */
function toFamily(name: string): string {
  return name.length === 1 ? 'syntax' : name.replace(/\d+$/, '#');
}

function toInlineSheet(text: string, href: string): string {
  const unwrapped = unwrapColourMixes(removeEmptyClasses(makeAbsolute(text, href)));
  const css = resolveUnset(joinRules(removePrefixes(unwrapped))).trim();
  // A style element ends at the first such tag, even inside a string or comment.
  if (/<\/style/i.test(css)) throw new Error(`the style sheet ${href} cannot be written into a page`);
  return css;
}

/**
 * Next makes two classes of each font, with the name of its variable. A font that is declared under another name leaves
 * them without one: they say nothing, in random letters that no compression makes shorter.
 */
function removeEmptyClasses(css: string): string {
  const declared = [...css.matchAll(/@font-face\{font-family:"?([^;"}]+)/g)].map(([, family = '']) => family);
  const classes = /\.[\w-]+_(?:className|variable)\{(?:font-family|--[\w-]+):"?([\w-]+)"?[^{}]*\}\n?/g;
  return css.replace(classes, (rule, family: string) => (declared.includes(family) ? rule : ''));
}

/**
 * Tailwind asks whether a browser knows `color-mix()`; all that know `light-dark()`, without which no colour of the pages is one, do.
 * A value that follows another of its property needs no question.
 */
function unwrapColourMixes(css: string): string {
  return css.replace(/@supports \(color:color-mix\(in lab, red, red\)\)\{([^{}]*\{[^{}]*\})\}/g, '$1');
}

/** The same browsers need no prefix here. What stands before the property itself, once or often, is left out. */
function removePrefixes(css: string): string {
  return css.replace(/-webkit-((?:text-decoration-color|mask-image):[^;{}]+);(?=(?:-webkit-)?\1[;}])/g, '');
}

/** Neighbours with one selector are one rule, in which a mixed colour needs no other before it. */
function joinRules(css: string): string {
  const joined = css.replace(/(?<=^|[{};])(?!@)([^{};]+)\{([^{}]*)\}(?:\1\{([^{}]*)\})+/g, (rules) => {
    const [selector = ''] = rules.split('{', 1);
    return `${selector}{${rules
      .slice(selector.length + 1, -1)
      .split(`}${selector}{`)
      .join(';')}}`;
  });
  return joined.replace(/(?<=[{;])([\w-]+):[^;{}]+;(?=\1:[^;{}]*color-mix\()/g, '');
}

/** Tailwind lets a class set the leading and tracking of a size; where none does, its own are all there is. */
function resolveUnset(css: string): string {
  return css.replace(/var\((--tw-[\w-]+),(var\(--[\w-]+\))\)/g, (asked, name: string, own: string) =>
    css.includes(`${name}:`) ? asked : own,
  );
}

function makeAbsolute(css: string, href: string): string {
  return css.replace(
    /url\((["']?)(?!data:|https?:|\/|#)([^)"']+)\1\)/g,
    (_match, quote: string, path: string) => {
      return `url(${quote}${new URL(path, `https://x${href}`).pathname}${quote})`;
    },
  );
}
