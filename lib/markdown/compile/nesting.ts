import type { Element, ElementContent, Root } from 'hast';
import type { MdxJsxFlowElementHast, MdxJsxTextElementHast } from 'mdast-util-mdx-jsx';
import type { Place } from '../../content/problems';
import { ANYWHERE, BLOCK, CONTENTS, CONTROL, HOMES, LINE, SPAN } from './nesting-rules';
import { isEngineComponent } from './own-components';
import type { Report } from './report';

/**
 * Rehype plugin: elements that HTML does not allow where they are, which browsers take apart or move. What MDX makes of an author's
 * line breaks is put right: a paragraph in a paragraph, rows without a body. All else is reported. A `.md` text comes
 * from a parser that has put much of it right.
 */
export function checkNesting({ report }: { report: Report }) {
  return (tree: Root) => {
    repair(tree);
    let last: Place = { line: 1, column: 1 };
    const follow = (node: Node, around: Around) => {
      last = node.position?.start ?? last;
      const name = nameOf(node);
      const found = name === undefined || !('children' in node) ? undefined : judge(name, node, around);
      if (found) report(last, 'warning', found.message, found.remedy);
      if (name === 'svg' || name === 'math' || !('children' in node)) return;
      // One fault is enough: what is within is not judged by it again.
      const within = name === undefined ? around : enter(name, node, found ? UNKNOWN : around);
      for (const child of node.children) follow(child, within);
    };
    follow(tree, { ...UNKNOWN, parent: 'body' });
  };
}

type Jsx = MdxJsxFlowElementHast | MdxJsxTextElementHast;
type Node = Root | Root['children'][number];

/** What is around a node, as far as it matters. Undefined: nothing, or nobody knows. */
interface Around {
  readonly parent: string | undefined;
  /** The element that holds a line of text. */
  readonly line: string | undefined;
  readonly control: string | undefined;
}

const UNKNOWN: Around = { parent: undefined, line: undefined, control: undefined };

/** The name of an element; a component of the engine counts as what it shows, any other as `?`. */
function nameOf(node: Node): string | undefined {
  if (node.type === 'element') return node.tagName;
  if (!isJsx(node) || node.name === null) return undefined;
  if (isEngineComponent(node, 'Callout')) return 'Callout';
  return /^[a-z][a-z0-9]*$/.test(node.name) ? node.name : '?';
}

function judge(name: string, node: Node, { parent, line, control }: Around) {
  if (name === '?') return undefined;
  const [parents, home] = HOMES[name] ?? [];
  if (parent === 'p' && parents && !parents.includes(parent))
    return {
      message: `<${name}> stands in a paragraph, not directly in ${home}.`,
      remedy: `Put it into ${home}, with an empty line before and after it.`,
    };
  if (name === 'template' && isJsx(node))
    return {
      message: 'Browsers show nothing of what is in <template>.',
      remedy: 'Put it between back-ticks, or remove the tag and its end.',
    };
  if (parent !== undefined && parents && !parents.includes(parent))
    return { message: `<${name}> stands outside of ${home}.`, remedy: `Put it into ${home}.` };
  const [children, within] = (parent !== undefined && CONTENTS[parent]) || [];
  if (children && !children.includes(name) && !ANYWHERE.test(name))
    return { message: `<${name}> has no place directly in <${parent}>.`, remedy: `Put it into ${within}.` };
  if (line !== undefined && (BLOCK.test(name) || name === 'Callout') && !isHeadingOf(line, name))
    return explainBlock(name, node, line);
  if (control !== undefined && isControl(name, node) && !(control === 'a' && name === 'a'))
    return {
      message: `<${name}> is within <${control}>, and a click can mean only one of them.`,
      remedy: 'Put one after the other.',
    };
  return undefined;
}

function isHeadingOf(line: string, name: string): boolean {
  return /^h[1-6]$/.test(name) && (line === 'summary' || line === 'legend');
}

function explainBlock(name: string, node: Node, line: string) {
  if (line === 'p')
    return {
      message: `<${name}> cannot be in a paragraph: browsers end the paragraph before it.`,
      remedy: 'Put it on a line of its own between empty lines, or write <div> in the place of <p>.',
    };
  return name === 'p' && node.type === 'element'
    ? {
        message: `An empty line makes a paragraph, which has no place in <${line}>.`,
        remedy: `Remove the empty lines from <${line}>.`,
      }
    : {
        message: `<${name}> has no place in <${line}>, which holds a line of text.`,
        remedy: name === 'div' ? 'Write <span> in the place of <div>.' : `Put it before or after <${line}>.`,
      };
}

function isControl(name: string, node: Node): boolean {
  if (name !== 'input') return CONTROL.test(name);
  return node.type === 'element' && node.properties.type !== 'hidden';
}

function enter(name: string, node: Node, around: Around): Around {
  if (name === '?' || name === 'Callout') return UNKNOWN;
  const isOuter = name === 'a' || name === 'button';
  const isLine = LINE.test(name) || (SPAN.test(name) && isJsx(node));
  return {
    parent: TRANSPARENT.test(name) ? around.parent : name,
    // A browser takes a paragraph apart whatever is in between.
    line: isLine ? (around.line === 'p' ? 'p' : name) : KEEPS.test(name) ? around.line : undefined,
    control: isOuter && 'children' in node ? name : around.control,
  };
}

/** Elements that may hold whatever their parent may. */
const TRANSPARENT = /^(?:ins|del|noscript)$/;
const KEEPS = /^(?:a|ins|del|map|noscript|ruby|rt|rp|rb|span|em|strong|b|i|u|s|small|font|code|mark)$/;

function repair(node: Node | ElementContent): void {
  if (!('children' in node)) return;
  const children = node.children as ElementContent[];
  for (const child of children) repair(child);
  const left = children.filter((child, index) => !isLeftOver(child, children[index + 1]));
  if (left.length < children.length) node.children = left as typeof node.children;
  if (!isJsx(node) || node.name === null) return;
  if (LINE.test(node.name) || SPAN.test(node.name)) unwrapParagraph(node);
  if (node.name === 'table') addBody(node);
}

/** What the parser leaves before a block that it has taken out of a paragraph: an empty paragraph, or an empty link in one. */
function isLeftOver(node: ElementContent, next: ElementContent | undefined): boolean {
  if (node.type !== 'element' || node.tagName !== 'p') return false;
  const shown = node.children.filter((child) => !isBlank(child));
  const [only] = shown;
  if (only === undefined) return true;
  if (shown.length > 1 || only.type !== 'element' || only.tagName !== 'a' || only.children.length > 0)
    return false;
  return next?.type === 'element' && next.tagName !== 'p' && only.properties.href !== undefined;
}

/** What stands on a line of its own between two tags is a paragraph of MDX. */
function unwrapParagraph(node: Jsx): void {
  const shown = (node.children as ElementContent[]).filter((child) => !isBlank(child));
  const [only] = shown;
  if (shown.length === 1 && only?.type === 'element' && only.tagName === 'p')
    node.children = only.children as Jsx['children'];
}

function addBody(table: Jsx): void {
  const made: ElementContent[] = [];
  let body: Element | undefined;
  for (const child of table.children as ElementContent[]) {
    if (isBlank(child)) continue;
    if (!isJsx(child) || child.name !== 'tr') {
      body = undefined;
      made.push(child);
      continue;
    }
    if (!body) {
      body = { type: 'element', tagName: 'tbody', properties: {}, children: [] };
      made.push(body);
    }
    body.children.push(child);
  }
  table.children = made as Jsx['children'];
}

function isBlank(node: Node): boolean {
  return node.type === 'text' && node.value.trim() === '';
}

function isJsx(node: Node | ElementContent): node is Jsx {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
}
