import type { Expression, Program, SimpleCallExpression } from 'estree-jsx';
import type { Root } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { visit } from 'unist-util-visit';
import { containsNode } from './estree';

/** Thrown in place of what an author's expression threw; knows where the expression stands in the file. */
export class ExpressionError extends Error {
  constructor(
    override readonly cause: unknown,
    readonly line: number,
    readonly column: number,
  ) {
    super(cause instanceof Error ? cause.message : String(cause));
    this.name = 'ExpressionError';
  }
}

/** What compiled posts call around each expression of their author. */
export function evaluateAt<Value>(evaluate: () => Value, line: number, column: number): Value {
  try {
    return evaluate();
  } catch (error) {
    throw error instanceof ExpressionError ? error : new ExpressionError(error, line, column);
  }
}

/** The name under which compiled posts find `evaluateAt`. */
export const EVALUATE_AT = '_evaluateAt';

/**
 * Remark plugin: wraps each expression of the author, so that one that throws while the post is rendered is
 * reported at its line and column. Calls `found` once for each.
 */
export function wrapExpressions({ found }: { found: () => void }) {
  return (tree: Root) => {
    visit(tree, (node) => {
      if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression')
        wrap(node.data?.estree, found);
      if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') wrapAttributes(node, found);
      if (node.type === 'mdxjsEsm') wrapExports(node.data?.estree ?? undefined, found);
    });
  };
}

function wrapAttributes(node: MdxJsxFlowElement | MdxJsxTextElement, found: () => void): void {
  for (const attribute of node.attributes) {
    if (attribute.type === 'mdxJsxExpressionAttribute') wrapSpread(attribute.data?.estree, found);
    else if (typeof attribute.value === 'object') wrap(attribute.value?.data?.estree, found);
  }
}

function wrap(program: Program | null | undefined, found: () => void): void {
  const statement = program?.body[0];
  if (statement?.type !== 'ExpressionStatement') return;
  statement.expression = toCall(statement.expression, found);
}

function wrapSpread(program: Program | null | undefined, found: () => void): void {
  const statement = program?.body[0];
  if (statement?.type !== 'ExpressionStatement' || statement.expression.type !== 'ObjectExpression') return;
  for (const property of statement.expression.properties) {
    if (property.type === 'SpreadElement') property.argument = toCall(property.argument, found);
  }
}

function wrapExports(program: Program | undefined, found: () => void): void {
  for (const statement of program?.body ?? []) {
    if (statement.type !== 'ExportNamedDeclaration' || statement.declaration?.type !== 'VariableDeclaration')
      continue;
    for (const declarator of statement.declaration.declarations) {
      if (declarator.init) declarator.init = toCall(declarator.init, found);
    }
  }
}

function toCall(expression: Expression, found: () => void): Expression {
  const place = expression.loc?.start;
  const isHarmless = expression.type === 'Literal' || /Function/.test(expression.type);
  if (!place || isHarmless || containsNode(expression, 'AwaitExpression')) return expression;
  found();
  const call: SimpleCallExpression = {
    type: 'CallExpression',
    optional: false,
    callee: { type: 'Identifier', name: EVALUATE_AT },
    arguments: [
      { type: 'ArrowFunctionExpression', expression: true, params: [], body: expression },
      { type: 'Literal', value: place.line },
      { type: 'Literal', value: place.column + 1 },
    ],
  };
  return call;
}
