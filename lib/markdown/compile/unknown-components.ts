import type { Node, Program } from 'estree-jsx';
import type { Root } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import type { Explanation, Place } from '../../content/problems';
import type { SharedComponent } from '../../content/shared-components';
import { suggest } from '../../content/suggest';
import { AUTHOR_NAMES } from '../elements/components';
import { reportAttributes } from './component-attributes';
import { isNativeElement } from './element-names';
import { listNodes } from './estree';
import type { ComponentImport } from './imports';
import { listBound, listExports } from './modules';
import { isEngineComponent } from './own-components';
import type { Report } from './report';
import { listAdditions, toImport } from './shared-imports';
import { visit } from './visit';

interface Options {
  readonly report: Report;
  readonly shared: readonly SharedComponent[];
  /** Called for each component of the blog that the text uses. */
  readonly imported: (component: ComponentImport) => void;
}

/**
 * Remark plugin: reports components that neither the site nor the post itself provides, also within expressions, and imports
 * those that the blog provides for all its texts.
 */
export function reportUnknownComponents({ report, shared, imported }: Options) {
  return (tree: Root) => {
    const own = new Set(listExports(tree));
    const ofBlog = new Map(listAdditions(shared).map((component) => [component.name, component]));
    const known = new Set<string>([...AUTHOR_NAMES, ...ofBlog.keys(), ...own]);
    const used = new Set<string>();
    const check = (name: string, place: Place) => {
      const component = own.has(name) ? undefined : ofBlog.get(name);
      if (component && !used.has(name)) imported(toImport(component, place));
      if (component) used.add(name);
      const problem = describe(name, known);
      if (problem) report(place, 'error', problem.message, problem.remedy);
    };
    visit(tree, (node) => {
      if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
        checkElement(node, check);
        if (isEngineComponent(node, node.name ?? '')) reportAttributes(node, report);
      }
      if ('data' in node && node.data && 'estree' in node.data) checkProgram(node.data.estree, check);
    });
  };
}

type Check = (name: string, place: Place) => void;

function checkElement(node: MdxJsxFlowElement | MdxJsxTextElement, check: Check): void {
  if (node.name !== null && node.position) check(node.name, node.position.start);
  for (const attribute of node.attributes) {
    if (attribute.type === 'mdxJsxExpressionAttribute') checkProgram(attribute.data?.estree, check);
    else if (typeof attribute.value === 'object') checkProgram(attribute.value?.data?.estree, check);
  }
}

/** Elements within code; a name that the code binds itself, as in `list.map((Item) => <Item />)`, is known. */
function checkProgram(program: Program | null | undefined, check: Check): void {
  const nodes = listNodes(program);
  const bound = new Set(nodes.flatMap(listBoundBy));
  for (const node of nodes) {
    if (node.type !== 'JSXOpeningElement' || !node.loc) continue;
    const name = toName(node.name);
    if (name === undefined || bound.has(name.split('.')[0] ?? '')) continue;
    // The place of the "<", as for elements outside code.
    check(name, { line: node.loc.start.line, column: node.loc.start.column + 1 });
  }
}

function listBoundBy(node: Node): string[] {
  if (node.type === 'VariableDeclarator') return listBound(node.id);
  return 'params' in node ? node.params.flatMap(listBound) : [];
}

function toName(node: Node): string | undefined {
  if (node.type === 'JSXIdentifier') return node.name;
  return node.type === 'JSXMemberExpression' ? `${toName(node.object)}.${node.property.name}` : undefined;
}

function describe(full: string, known: ReadonlySet<string>): Explanation | undefined {
  const name = full.split('.')[0] ?? '';
  if (!/^\p{Lu}/u.test(name)) return describeElement(name);
  if (known.has(name)) return undefined;
  const close = suggest(name, known);
  const remedy =
    close === undefined ? `Components a post can use: ${[...known].join(', ')}.` : `Did you mean <${close}>?`;
  return { message: `There is no component <${name}>.`, remedy };
}

/** A component in lower case would be an element that no browser knows; `<figure>` is one that they know. */
function describeElement(name: string): Explanation | undefined {
  const meant = AUTHOR_NAMES.find((known) => known.toLowerCase() === name && name !== 'figure');
  const message = `There is no element <${name}>.`;
  if (meant !== undefined) return { message, remedy: `Did you mean <${meant}>?` };
  if (isNativeElement(name)) return undefined;
  return { message, remedy: `Put it between back-ticks, or write \\<${name}> for text.` };
}
