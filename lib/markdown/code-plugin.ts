import type { Element, ElementContent, Root } from 'hast';
import { toString as toText } from 'hast-util-to-string';
import type { MdxJsxFlowElementHast } from 'mdast-util-mdx-jsx';
import { SKIP, visit } from 'unist-util-visit';
import { highlightCode } from './code/highlight';
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
    const blocks: Block[] = [];
    visit(tree, 'element', (node, _index, parent) => {
      const code = node.children[0];
      if (node.tagName !== 'pre' || code?.type !== 'element' || code.tagName !== 'code') return;
      blocks.push({ node, code, parent: parent as Block['parent'] });
      return SKIP;
    });
    for (const [index, block] of blocks.entries()) {
      block.parent.children[block.parent.children.indexOf(block.node)] = await toCodeBlock(
        block,
        index,
        report,
      );
    }
  };
}

async function toCodeBlock(
  { node, code }: Block,
  index: number,
  report: Report,
): Promise<MdxJsxFlowElementHast> {
  const language = languageOf(code);
  const meta = (code.data as { meta?: string | null } | undefined)?.meta ?? undefined;
  const text = toText(code).replace(/\n$/, '');
  const { props, warnings } = await highlightCode({ code: text, language, meta, id: `code-${index + 1}` });
  const start = node.position?.start ?? { line: 1, column: 1 };
  for (const warning of warnings) {
    const line = start.line + (warning.line ?? -1) + 1;
    report({ line, column: start.column }, 'warning', warning.message, warning.advice);
  }
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
