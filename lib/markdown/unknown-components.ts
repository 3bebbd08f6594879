import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { nearest } from '../content/suggest';
import { COMPONENT_NAMES } from './components';
import type { Report } from './report';

/** Remark plugin: reports components that neither the site nor the post itself provides. */
export function reportUnknownComponents({ report }: { report: Report }) {
  return (tree: Root) => {
    const known = new Set<string>([...COMPONENT_NAMES, ...listExports(tree)]);
    visit(tree, (node) => {
      if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return;
      const name = node.name?.split('.')[0];
      if (name === undefined || !/^\p{Lu}/u.test(name) || known.has(name) || !node.position) return;
      const close = nearest(name, [...known], 3);
      const advice =
        close === undefined
          ? `Components a post can use: ${[...known].join(', ')}.`
          : `Did you mean <${close}>?`;
      report(node.position.start, 'error', `There is no component <${name}>.`, advice);
    });
  };
}

/** Names that the post's own `export` statements declare. */
function listExports(tree: Root): string[] {
  return tree.children.flatMap((node) => {
    if (node.type !== 'mdxjsEsm') return [];
    return (node.data?.estree?.body ?? []).flatMap((statement) => {
      if (statement.type !== 'ExportNamedDeclaration' || !statement.declaration) return [];
      const { declaration } = statement;
      if (declaration.type !== 'VariableDeclaration') return declaration.id?.name ?? [];
      return declaration.declarations.flatMap(({ id }) => (id.type === 'Identifier' ? id.name : []));
    });
  });
}
