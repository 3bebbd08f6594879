import type { Expression, Node, Program } from 'estree-jsx';

/** A JSON value as the expression that makes it. */
export function toExpression(value: unknown): Expression {
  if (Array.isArray(value)) return { type: 'ArrayExpression', elements: value.map(toExpression) };
  if (typeof value === 'object' && value !== null) {
    return {
      type: 'ObjectExpression',
      properties: Object.entries(value)
        .filter(([, entry]) => entry !== undefined)
        .map(([key, entry]) => ({
          type: 'Property',
          kind: 'init',
          method: false,
          shorthand: false,
          computed: false,
          key: { type: 'Literal', value: key },
          value: toExpression(entry),
        })),
    };
  }
  return { type: 'Literal', value: value as string | number | boolean | null };
}

/** A program that is one expression, as MDX nodes carry it. */
export function toProgram(expression: Expression): Program {
  return {
    type: 'Program',
    sourceType: 'module',
    body: [{ type: 'ExpressionStatement', expression }],
    comments: [],
  };
}

interface AnyNode {
  readonly type: string;
  readonly [key: string]: unknown;
}

/** True where any node below (or the node itself) is of the type asked for; functions are not entered. */
export function containsNode(node: unknown, type: string): boolean {
  if (Array.isArray(node)) return node.some((item) => containsNode(item, type));
  if (!isNode(node)) return false;
  if (node.type === type) return true;
  if (/Function/.test(node.type)) return false;
  return Object.values(node).some((value) => containsNode(value, type));
}

/** Every node below a node, and itself, in the order of the code. */
export function listNodes(node: unknown): Node[] {
  if (Array.isArray(node)) return node.flatMap(listNodes);
  if (!isNode(node)) return [];
  return [node as unknown as Node, ...Object.values(node).flatMap(listNodes)];
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}
