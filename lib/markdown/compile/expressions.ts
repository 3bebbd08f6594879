import type { Function as EstreeFunction, Expression, Program, SimpleCallExpression } from 'estree-jsx';
import type { Parents, Root } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { COMPONENT_NAMES } from '../elements/components';
import { EVALUATE_AT } from '../render/evaluate-at';
import { containsNode } from './estree';
import { visit } from './visit';

/**
 * Remark plugin: wraps each expression of the author, so that one that throws while the post is rendered is
 * reported at its line and column. Calls `found` once for each.
 */
export function wrapExpressions({ found }: { found: () => void }) {
  return (tree: Root) => {
    visit(tree, (node, _, parent) => {
      if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression')
        wrap(node.data?.estree, found, !isOwnComponent(parent));
      if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') wrapAttributes(node, found);
      if (node.type === 'mdxjsEsm') wrapExports(node.data?.estree ?? undefined, found);
    });
  };
}

/** A component of the post itself may take any value between its tags. */
function isOwnComponent(node: Parents | undefined): boolean {
  const name = node && 'name' in node ? node.name : null;
  return typeof name === 'string' && /^\p{Lu}|\./u.test(name) && !isKnown(name);
}

function isKnown(name: string): boolean {
  return COMPONENT_NAMES.some((known) => known === name);
}

function wrapAttributes(node: MdxJsxFlowElement | MdxJsxTextElement, found: () => void): void {
  for (const attribute of node.attributes) {
    if (attribute.type === 'mdxJsxExpressionAttribute') wrapSpread(attribute.data?.estree, found);
    else if (typeof attribute.value === 'object') wrap(attribute.value?.data?.estree, found, false);
  }
}

function wrap(program: Program | null | undefined, found: () => void, isShown: boolean): void {
  const statement = program?.body[0];
  if (statement?.type !== 'ExpressionStatement') return;
  statement.expression = toCall(statement.expression, found, isShown);
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
    if (statement.type !== 'ExportNamedDeclaration') continue;
    if (statement.declaration?.type === 'FunctionDeclaration') wrapFunction(statement.declaration, found);
    if (statement.declaration?.type !== 'VariableDeclaration') continue;
    for (const declarator of statement.declaration.declarations) {
      const { init } = declarator;
      if (init?.type === 'ArrowFunctionExpression' || init?.type === 'FunctionExpression') {
        wrapFunction(init, found);
      } else if (init) declarator.init = toCall(init, found);
    }
  }
}

/** A component of the author's own runs while the post is rendered: what it throws is reported at its body. */
function wrapFunction(made: EstreeFunction, found: () => void): void {
  const place = made.body.loc?.start;
  if (!place || made.async || made.generator) return;
  if (made.body.type !== 'BlockStatement') {
    made.body = toCall(made.body, found);
    return;
  }
  found();
  const argument = callAt({ line: place.line, column: place.column }, made.body, false);
  made.body = { ...made.body, body: [{ type: 'ReturnStatement', argument }] };
}

function toCall(expression: Expression, found: () => void, isShown = false): Expression {
  const place = expression.loc?.start;
  const isHarmless = isPlainLiteral(expression) || /Function/.test(expression.type);
  if (!place || isHarmless) return expression;
  found();
  if (containsNode(expression, 'AwaitExpression')) return expression;
  return callAt(place, expression, isShown);
}

function isPlainLiteral(expression: Expression): boolean {
  return expression.type === 'Literal' && !('regex' in expression);
}

function callAt(
  place: { line: number; column: number },
  body: EstreeFunction['body'] | Expression,
  isShown: boolean,
): SimpleCallExpression {
  const isExpression = body.type !== 'BlockStatement';
  return {
    type: 'CallExpression',
    optional: false,
    callee: { type: 'Identifier', name: EVALUATE_AT },
    arguments: [
      { type: 'ArrowFunctionExpression', expression: isExpression, params: [], body },
      { type: 'Literal', value: place.line },
      { type: 'Literal', value: place.column + 1 },
      { type: 'Literal', value: isShown },
    ],
  };
}
