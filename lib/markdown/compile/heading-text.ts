import type { Element, ElementContent, Root } from 'hast';

type Node = Root['children'][number] | ElementContent;

/** The words of a heading as its page shows them: without the marks of notes, and with formulas as they look. */
export function readHeadingText(node: Element, formulas: 'shown' | 'TeX' = 'shown'): string {
  return read(node, formulas).replace(/\s+/g, ' ').trim();
}

function read(node: Node, formulas: 'shown' | 'TeX'): string {
  if (node.type === 'text') return node.value;
  if (isNoteMark(node)) return '';
  if (formulas === 'shown' && isFormula(node)) {
    const html = node.attributes.find((attribute) => 'name' in attribute && attribute.name === 'html');
    if (typeof html?.value === 'string') return toPlainFormula(html.value);
  }
  if (!('children' in node)) return '';
  return (node.children as Node[]).map((child) => read(child, formulas)).join('');
}

/** The link of a note, and the superscript around it, which can hold a comma as well. */
function isNoteMark(node: Node): boolean {
  if (node.type !== 'element') return false;
  if (String(node.properties.role) === 'doc-noteref') return true;
  return node.tagName === 'sup' && node.children.length > 0 && node.children.some(isNoteMark);
}

interface Formula {
  readonly attributes: readonly { readonly name?: string; readonly value?: unknown }[];
}

function isFormula(node: Node): node is Node & Formula {
  return 'name' in node && node.name === 'Formula' && 'attributes' in node;
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const SUBSCRIPTS = '₀₁₂₃₄₅₆₇₈₉';

/** MathML as a line of text; digits above and below the line keep their place. */
function toPlainFormula(html: string): string {
  return html
    .replace(/<mn>(\d+)<\/mn><\/msup>/g, (_match, digits: string) => raise(digits, SUPERSCRIPTS))
    .replace(/<mn>(\d+)<\/mn><\/msub>/g, (_match, digits: string) => raise(digits, SUBSCRIPTS))
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}

function raise(digits: string, forms: string): string {
  return [...digits].map((digit) => forms[Number(digit)]).join('');
}
