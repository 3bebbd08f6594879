import type { Root as HastRoot } from 'hast';
import type { Root } from 'mdast';
import type { MdxjsEsm } from 'mdast-util-mdxjs-esm';
import { EVALUATE_AT } from './expressions';
import type { Report } from './report';

/**
 * A remark and a rehype plugin that carry a post's `export` statements around next-mdx-remote, which removes them
 * without a word, and that report `import` statements.
 */
export function keepExports({ report }: { report: Report }) {
  const kept: MdxjsEsm[] = [];
  const collect = () => (tree: Root) => {
    for (const node of tree.children) {
      if (node.type !== 'mdxjsEsm') continue;
      const statement = node.data?.estree?.body.find(({ type }) => type === 'ImportDeclaration');
      if (!statement) kept.push(node);
      else {
        const start = statement.loc?.start;
        report(
          { line: start?.line ?? node.position?.start.line ?? 1, column: (start?.column ?? 0) + 1 },
          'error',
          'A post cannot import.',
          'Use the components that posts know by name, and export const for values.',
        );
      }
    }
  };
  const restore = () => (tree: HastRoot) => {
    tree.children.unshift(provideEvaluateAt(), ...kept);
  };
  return { collect, restore };
}

/** `const _evaluateAt = arguments[0].evaluateAt`: a compiled post is a function body. */
function provideEvaluateAt(): MdxjsEsm {
  return {
    type: 'mdxjsEsm',
    value: '',
    data: {
      estree: {
        type: 'Program',
        sourceType: 'module',
        comments: [],
        body: [
          {
            type: 'VariableDeclaration',
            kind: 'const',
            declarations: [
              {
                type: 'VariableDeclarator',
                id: { type: 'Identifier', name: EVALUATE_AT },
                init: {
                  type: 'MemberExpression',
                  optional: false,
                  computed: false,
                  object: {
                    type: 'MemberExpression',
                    optional: false,
                    computed: true,
                    object: { type: 'Identifier', name: 'arguments' },
                    property: { type: 'Literal', value: 0 },
                  },
                  property: { type: 'Identifier', name: 'evaluateAt' },
                },
              },
            ],
          },
        ],
      },
    },
  };
}
