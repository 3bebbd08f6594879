import type { Program } from 'estree-jsx';
import type { Root } from 'mdast';
import { listNodes } from './estree';
import type { Report } from './report';
import { visit } from './visit';

/** Remark plugin: reports `import()` and `import.meta` in the code of a text, which nothing bundles and no page can run. */
export function reportImportCalls({ report }: { readonly report: Report }) {
  return (tree: Root) => {
    const check = (program: Program | null | undefined) => {
      for (const node of listNodes(program)) {
        if ((node.type !== 'ImportExpression' && node.type !== 'MetaProperty') || !node.loc) continue;
        const { line, column } = node.loc.start;
        const what = node.type === 'ImportExpression' ? 'import(…)' : 'import.meta';
        report(
          { line, column: column + 1 },
          'error',
          `The code of a text cannot use ${what}.`,
          "Import a component in a line of its own at the top of the text: import { Chart } from './chart'.",
        );
      }
    };
    visit(tree, (node) => {
      if ('data' in node && node.data && 'estree' in node.data) check(node.data.estree);
      if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return;
      for (const attribute of node.attributes) {
        if (attribute.type === 'mdxJsxExpressionAttribute') check(attribute.data?.estree);
        else if (typeof attribute.value === 'object') check(attribute.value?.data?.estree);
      }
    });
  };
}
