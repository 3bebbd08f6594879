import type { Node } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toString as toText } from 'mdast-util-to-string';

/** About as much as search engines show of a description. */
const MAX_CHARACTERS = 200;

/** Characters of a body that are parsed, one after the other until a paragraph is found: whole bodies take milliseconds. */
const PARSED = [1_500, 12_000];

/**
 * The first paragraph of a Markdown body as plain text, cut at the end of a word with an ellipsis. Empty where there is
 * none: headings, lists, quotations, tables, code, images and components are no paragraph.
 */
export function toExcerpt(body: string): string {
  for (const length of PARSED) {
    const { children } = fromMarkdown(body.slice(0, length).replace(LEFT_OUT, ''));
    const texts = children.map((node) => (node.type === 'paragraph' ? toPlain(node) : ''));
    const text = texts.find((candidate) => candidate !== '');
    const isCut = length < body.length && text === texts.at(-1) && (text ?? '').length < MAX_CHARACTERS;
    if (text !== undefined && !isCut) return shorten(text);
  }
  return '';
}

/** Comments, and the marks of footnotes. */
const LEFT_OUT = /<!--[\s\S]*?-->|\{\/\*[\s\S]*?\*\/\}|\[\^[^\]\s]+\](?!:)/g;

/** Syntax beyond plain Markdown that starts a block: modules and expressions of MDX, tables, shortcodes, containers. */
const OTHER_BLOCK = /^(?:import|export)\s|^[{<|]|^:::|^\[\^|^\$\$/;

function toPlain(paragraph: Node): string {
  const text = toText(withoutHtml(paragraph), { includeImageAlt: false });
  if (OTHER_BLOCK.test(text)) return '';
  return text.replace(/~~|==/g, '').replace(/\s+/g, ' ').trim();
}

function withoutHtml(node: Node): Node {
  if (!('children' in node)) return node;
  const children = (node.children as Node[]).filter(({ type }) => type !== 'html').map(withoutHtml);
  return { ...node, children } as Node;
}

function shorten(text: string): string {
  if (text.length <= MAX_CHARACTERS) return text;
  const cut = text.slice(0, MAX_CHARACTERS);
  const end = cut.lastIndexOf(' ');
  return `${cut.slice(0, end > MAX_CHARACTERS / 2 ? end : MAX_CHARACTERS).replace(/[\s,;:.–—-]+$/, '')}…`;
}
