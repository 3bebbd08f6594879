import { createWeakProcessCache } from '../cache/process-cache';
import type { PageEditor } from './page-editor';
import type { ReadAsset } from './read-asset';

/**
 * Writes the style sheets of a page into it, so that its first paint waits for no other file. Addresses
 * inside are made absolute paths.
 */
export function inlineStyles(editor: PageEditor, readAsset: ReadAsset): void {
  for (const link of editor.elements) {
    const href = link.attributes.get('href');
    if (link.name !== 'link' || link.attributes.get('rel') !== 'stylesheet' || !href?.startsWith('/'))
      continue;
    editor.replace(link, { name: 'style', attributes: new Map(), text: readSheet(href, readAsset) });
  }
}

/** Thousands of pages share a style sheet, whose bytes are read once: so is what is written into them. */
const sheets = createWeakProcessCache<Buffer, string>('style sheets written into pages');

function readSheet(href: string, readAsset: ReadAsset): string {
  const bytes = readAsset(href);
  return sheets.getOrCreate(bytes, () => toInlineSheet(bytes.toString('utf8'), href));
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
