import type { Element, ElementContent, Root } from 'hast';
import { toString as toText } from 'hast-util-to-string';
import type { MdxJsxFlowElementHast } from 'mdast-util-mdx-jsx';
import { SKIP, visit } from 'unist-util-visit';
import { checkCode } from './code/check-code';
import { highlightCode } from './code/highlight';
import type { CodeWarning } from './code/types';
import { toExpression, toProgram } from './estree';
import type { Report } from './report';

interface Block {
  readonly node: Element;
  readonly code: Element;
  readonly parent: { children: ElementContent[] };
}

/** Rehype plugin: replaces each code block by the component `CodeBlock` with its highlighted lines. */
export function highlightBlocks({ report }: { report: Report }) {
  return async (tree: Root) => {
    for (const [index, block] of listBlocks(tree).entries()) {
      block.parent.children[block.parent.children.indexOf(block.node)] = await toCodeBlock(
        block,
        index,
        report,
      );
    }
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

function readBlock({ code }: Block) {
  const meta = (code.data as { meta?: string | null } | undefined)?.meta ?? undefined;
  return { code: toText(code).replace(/\n$/, ''), language: languageOf(code), meta };
}

function reportWarnings({ node }: Block, warnings: readonly CodeWarning[], report: Report): void {
  const start = node.position?.start ?? { line: 1, column: 1 };
  for (const { line = -1, message, advice } of warnings) {
    report({ line: start.line + line + 1, column: start.column }, 'warning', message, advice);
  }
}

async function toCodeBlock(block: Block, index: number, report: Report): Promise<MdxJsxFlowElementHast> {
  const { props, warnings } = await highlightCode({ ...readBlock(block), id: `code-${index + 1}` });
  reportWarnings(block, warnings, report);
  return {
    type: 'mdxJsxFlowElement',
    name: 'CodeBlock',
    children: [],
    attributes: Object.entries(props)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => ({
        type: 'mdxJsxAttribute',
        name,
        value:
          typeof value === 'string'
            ? value
            : {
                type: 'mdxJsxAttributeValueExpression',
                value: '',
                data: { estree: toProgram(toExpression(value)) },
              },
      })),
  };
}

function languageOf(code: Element): string | undefined {
  const names = code.properties.className;
  const found = Array.isArray(names) ? names.find((name) => String(name).startsWith('language-')) : undefined;
  return found === undefined ? undefined : String(found).slice('language-'.length);
}
