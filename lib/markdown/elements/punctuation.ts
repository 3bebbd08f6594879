import type { ElementContent, Root, Text } from 'hast';
import { toString as toText } from 'hast-util-to-string';
import { markPunctuation, OBJECT } from '../../content/mark-punctuation';
import { toMark } from '../../content/punctuation-marks';

type Node = Root['children'][number] | ElementContent;

/** Elements that are part of a line: a quotation can begin before one and end within it. */
const INLINE =
  /^(a|abbr|b|bdi|bdo|cite|data|del|dfn|em|i|ins|label|mark|q|ruby|rb|rt|s|small|span|strong|sub|sup|time|u)$/;

/** Elements whose text is not prose. */
const VERBATIM = /^(code|kbd|math|pre|samp|script|style|svg|textarea|tt|var|CodeSpan|Formula|CodeBlock)$/;

/** Attributes of components that readers see as text. */
const SHOWN = ['title', 'caption'];

/** Rehype plugin: marks the punctuation of prose, line by line, so that pages can set it as their language does. */
export function markTextPunctuation() {
  return (tree: Root) => {
    markBlocks(tree.children);
    markLastSpace(tree.children);
  };
}

/** A paragraph of fewer characters has one or two lines. */
const LONG = 120;

/**
 * The first paragraph of a text would end in a line of one word: since its first line has a style of its own, browsers do not set it
 * prettily. Before a short word at its end there is a space that must not end a line.
 */
function markLastSpace(nodes: readonly Node[]): void {
  const [first, second] = nodes.filter((node) => node.type === 'element');
  const paragraph = first?.tagName === 'blockquote' ? second : first;
  if (paragraph?.tagName !== 'p' || toText(paragraph).length < LONG) return;
  const last = paragraph.children.at(-1);
  if (last?.type === 'text') last.value = last.value.replace(/(?<=\S) (?=\S{1,12}$)/, toMark('beforeUnit'));
}

/** Text nodes of a line, with what stands between them. */
type Line = (Text | string)[];

function markBlocks(nodes: readonly Node[]): void {
  let line: Line = [];
  const end = () => {
    markLine(line);
    line = [];
  };
  addNodes(nodes, line, (block) => {
    end();
    if ('children' in block) markBlocks(block.children as Node[]);
    return line;
  });
  end();
}

/** Adds nodes to a line; `onBlock` is called with each that ends it, and gives the next line. */
function addNodes(nodes: readonly Node[], given: Line, onBlock: (node: Node) => Line): Line {
  let line = given;
  for (const node of nodes) {
    const name = nameOf(node);
    if (node.type === 'text') line.push(node);
    else if (name === 'br') line.push(' ');
    else if (name === undefined || VERBATIM.test(name) || isVoid(node)) line.push(OBJECT);
    else if (INLINE.test(name)) line = addNodes(childrenOf(node), line, onBlock);
    else line = onBlock(node);
    if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') markAttributes(node);
  }
  return line;
}

function nameOf(node: Node): string | undefined {
  if (node.type === 'element') return node.tagName;
  return 'name' in node && typeof node.name === 'string' ? node.name : undefined;
}

function isVoid(node: Node): boolean {
  return childrenOf(node).length === 0;
}

function childrenOf(node: Node): readonly Node[] {
  return 'children' in node ? (node.children as Node[]) : [];
}

function markLine(line: Line): void {
  const texts = line.map((part) => (typeof part === 'string' ? part : part.value));
  const marked = markPunctuation(texts.join(''));
  let at = 0;
  for (const [index, part] of line.entries()) {
    const { length } = texts[index] ?? '';
    if (typeof part !== 'string') part.value = marked.slice(at, at + length);
    at += length;
  }
}

function markAttributes({
  name,
  attributes,
}: {
  name: string | null;
  attributes: readonly { type: string; name?: unknown; value?: unknown }[];
}): void {
  if (name === null || !/^(Callout|Figure|Diagram)$/.test(name)) return;
  for (const attribute of attributes) {
    if (typeof attribute.value === 'string' && SHOWN.includes(String(attribute.name)))
      attribute.value = markPunctuation(attribute.value);
  }
}
