import type { Element, Root, RootContent } from 'hast';
import { toString as toText } from 'hast-util-to-string';
import type { MdxJsxFlowElementHast, MdxJsxTextElementHast } from 'mdast-util-mdx-jsx';
import { countColumns } from '../code/lines';
import { SKIP, visit } from '../compile/visit';

/** What fits beside each other on a phone with text of twice the size, in columns: a wide character takes two. */
const MAX_BASE = 18;
/** The annotation is half as large. */
const MAX_ANNOTATION = 36;

const CLASS = 'long-ruby';

type Ruby = Element | MdxJsxFlowElementHast | MdxJsxTextElementHast;

/**
 * Rehype plugin: marks ruby whose base or annotation may be wider than a screen. Browsers break neither of them, so the annotation
 * is shown after its base there, in parentheses.
 */
export function markLongRuby() {
  return (tree: Root) => {
    visit(tree, (node) => {
      if (!isRuby(node)) return undefined;
      if (isLong(node)) mark(node);
      return SKIP;
    });
  };
}

function isRuby(node: Root | RootContent): node is Ruby {
  return nameOf(node) === 'ruby';
}

function nameOf(node: Root | RootContent): string | null | undefined {
  if (node.type === 'element') return node.tagName;
  return node.type === 'mdxJsxTextElement' || node.type === 'mdxJsxFlowElement' ? node.name : undefined;
}

/** A base ends where its annotation begins. */
function isLong({ children }: Ruby): boolean {
  let base = 0;
  for (const child of children) {
    const columns = countColumns(toText(child));
    const name = nameOf(child);
    if (name === 'rt') {
      if (columns > MAX_ANNOTATION) return true;
      base = 0;
    } else if (name !== 'rp') {
      base += columns;
      if (base > MAX_BASE) return true;
    }
  }
  return false;
}

function mark(ruby: Ruby): void {
  if (!ruby.children.some((child) => nameOf(child) === 'rp'))
    ruby.children = ruby.children.flatMap(addParentheses);
  if (ruby.type === 'element') {
    ruby.properties = { ...ruby.properties, className: [CLASS] };
    return;
  }
  ruby.attributes.push({ type: 'mdxJsxAttribute', name: 'className', value: CLASS });
}

function addParentheses(child: Ruby['children'][number]): Ruby['children'] {
  return nameOf(child) === 'rt' ? [toParenthesis(' ('), child, toParenthesis(')')] : [child];
}

function toParenthesis(value: string): Element {
  return { type: 'element', tagName: 'rp', properties: {}, children: [{ type: 'text', value }] };
}
