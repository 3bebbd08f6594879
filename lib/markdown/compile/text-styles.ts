import type { Root } from 'mdast';
import type { Report } from './report';
import { visit } from './visit';

/** Remark plugin: reports `style="…"` in MDX, which React refuses while a page is rendered. */
export function reportTextStyles({ report }: { report: Report }) {
  return (tree: Root) => {
    visit(tree, (node) => {
      if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return;
      for (const attribute of node.attributes) {
        if (attribute.type !== 'mdxJsxAttribute' || attribute.name !== 'style') continue;
        if (typeof attribute.value === 'object' && attribute.value !== null) continue;
        const place = attribute.position?.start ?? node.position?.start ?? { line: 1, column: 1 };
        const remedy = 'Write style={{ color: "red" }}, or rename the file to .md.';
        report(place, 'error', 'In MDX a style is an object, not text.', remedy);
      }
    });
  };
}
