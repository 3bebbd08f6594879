import type { Element, ElementContent, Root } from 'hast';
import { toString as toText } from 'hast-util-to-string';
import type { ProblemInBlock } from '../../content/problems';
import { type Report, reportBlock } from '../compile/report';
import { SKIP, visit } from '../compile/visit';
import { toBlockComponent } from '../render/to-component';
import { checkCode } from './check-code';
import { highlightCode } from './highlight';
import { groupTabs } from './tabs';
import type { CodeBlockProps } from './types';

interface Block {
  readonly node: Element;
  readonly code: Element;
  readonly parent: { children: ElementContent[] };
}

interface Highlighted extends Block {
  readonly props: CodeBlockProps;
}

/**
 * Rehype plugin: replaces each code block by the component `CodeBlock` with its highlighted lines; neighbours that have
 * a `tab` become one with tabs.
 */
export function highlightBlocks({ report }: { report: Report }) {
  return async (tree: Root) => {
    const highlighted: Highlighted[] = [];
    for (const [index, block] of listBlocks(tree).entries()) {
      const { props, warnings } = await highlightCode({ ...readBlock(block), id: `code-${index + 1}` });
      reportWarnings(block, warnings, report);
      highlighted.push({ ...block, props });
    }
    for (const neighbours of listNeighbours(highlighted)) replace(neighbours);
  };
}

/** Rehype plugin: the warnings of `highlightBlocks` without its work. */
export function checkBlocks({ report }: { report: Report }) {
  return (tree: Root) => {
    for (const block of listBlocks(tree)) reportWarnings(block, checkCode(readBlock(block)), report);
  };
}

function listBlocks(tree: Root): Block[] {
  const blocks: Block[] = [];
  visit(tree, 'element', (node, _index, parent) => {
    const code = node.children[0];
    if (node.tagName !== 'pre' || code?.type !== 'element' || code.tagName !== 'code') return;
    blocks.push({ node, code, parent: parent as Block['parent'] });
    return SKIP;
  });
  return blocks;
}

/** Runs of blocks with nothing but white space between them. */
function listNeighbours(blocks: readonly Highlighted[]): Highlighted[][] {
  const runs: Highlighted[][] = [];
  for (const block of blocks) {
    const last = runs.at(-1)?.at(-1);
    if (last && isNextTo(last, block)) runs.at(-1)?.push(block);
    else runs.push([block]);
  }
  return runs;
}

function isNextTo(a: Highlighted, b: Highlighted): boolean {
  if (a.parent !== b.parent || a.props.tab === undefined || b.props.tab === undefined) return false;
  const between = a.parent.children.slice(
    a.parent.children.indexOf(a.node) + 1,
    b.parent.children.indexOf(b.node),
  );
  return between.every((node) => node.type === 'text' && node.value.trim() === '');
}

function replace(neighbours: readonly Highlighted[]): void {
  const left = [...neighbours];
  for (const props of groupTabs(neighbours.map((block) => block.props))) {
    const isAlone = left[0]?.props === props;
    const [first, ...others] = left.splice(0, isAlone ? 1 : props.tabs?.length);
    if (!first) return;
    const { children } = first.parent;
    children[children.indexOf(first.node)] = toBlockComponent('CodeBlock', props);
    for (const { node } of others) children.splice(children.indexOf(node), 1);
  }
}

function readBlock({ code }: Block) {
  const meta = (code.data as { meta?: string | null } | undefined)?.meta ?? undefined;
  return { code: toText(code).replace(/\n$/, ''), language: languageOf(code), meta };
}

function reportWarnings({ node }: Block, warnings: readonly ProblemInBlock[], report: Report): void {
  reportBlock(warnings, node.position?.start ?? { line: 1, column: 1 }, report);
}

function languageOf(code: Element): string | undefined {
  const names = code.properties.className;
  const found = Array.isArray(names) ? names.find((name) => String(name).startsWith('language-')) : undefined;
  return found === undefined ? undefined : String(found).slice('language-'.length);
}
