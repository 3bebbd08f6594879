import type { visit as visitUnist } from 'unist-util-visit';

/** What a visitor can return: skip the children of the node, or stop. A number is the index of the sibling to visit next. */
export const SKIP = 'skip';
export const EXIT = false;

interface TreeNode {
  readonly type: string;
  readonly children?: readonly TreeNode[];
}

type Answer = boolean | 'skip' | number | readonly [boolean | 'skip', number?] | null | undefined;
type Visitor = (node: TreeNode, index: number | undefined, parent: TreeNode | undefined) => Answer;

/**
 * Visits the nodes of a tree, or those of one type, with the interface and types of unist-util-visit. That package
 * defines a named function for each node: with it, checking a post takes 1.26 times as long (`scripts/bench-markdown.ts`).
 */
export const visit = ((tree: TreeNode, test: string | Visitor, visitor?: Visitor) => {
  if (typeof test === 'string') walk(tree, undefined, undefined, test, visitor as Visitor);
  else walk(tree, undefined, undefined, undefined, test);
}) as typeof visitUnist;

/** The index of the sibling to visit next, if the visitor returned one, or `false` to stop. */
function walk(
  node: TreeNode,
  index: number | undefined,
  parent: TreeNode | undefined,
  type: string | undefined,
  visitor: Visitor,
): number | false | undefined {
  const answer = type === undefined || node.type === type ? visitor(node, index, parent) : undefined;
  const [action, next] = typeof answer === 'object' && answer !== null ? answer : toTuple(answer);
  if (action === EXIT) return EXIT;
  if (action !== SKIP && node.children) {
    // The visitor may change the list during the loop.
    for (let place = 0; place < node.children.length; ) {
      const child = node.children[place] as TreeNode;
      const following = walk(child, place, node, type, visitor);
      if (following === EXIT) return EXIT;
      place = following ?? place + 1;
    }
  }
  return next;
}

function toTuple(answer: boolean | 'skip' | number | null | undefined): readonly [boolean | 'skip', number?] {
  return typeof answer === 'number' ? [true, answer] : [answer ?? true];
}
