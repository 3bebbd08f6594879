import type { Element, Root } from 'hast';
import { expect, test } from 'playwright/test';
import * as unist from 'unist-util-visit';
import * as own from './visit';

/** `a(b c(d) e)`, each letter an element. */
function makeTree(): Root {
  const element = (tagName: string, children: Element[] = []): Element => ({
    type: 'element',
    tagName,
    properties: {},
    children,
  });
  return {
    type: 'root',
    children: [element('a', [element('b'), element('c', [element('d')]), element('e')])],
  };
}

type Visit = typeof unist.visit;

/** What a visitor meets that answers at `c`, and removes it first where it is asked to. */
function record(visit: Visit, answer: unist.VisitorResult, isRemoved: boolean, type?: 'element'): string {
  const tree = makeTree();
  const met: string[] = [];
  const visitor: Parameters<typeof visit<Root, undefined>>[1] = (node, index, parent) => {
    const name = 'tagName' in node ? node.tagName : node.type;
    met.push(`${name}${index ?? ''}${parent && 'tagName' in parent ? parent.tagName : ''}`);
    if (name !== 'c') return;
    if (isRemoved) parent?.children.splice(index ?? 0, 1);
    return answer;
  };
  if (type) visit(tree, type, visitor as never);
  else visit(tree, visitor);
  return met.join(' ');
}

for (const [what, answer, isRemoved] of [
  ['nothing', undefined, false],
  ['to go on', true, false],
  ['to skip', 'skip', false],
  ['to stop', false, false],
  ['where to go on', 1, true],
  ['to go on further', 3, false],
  ['to skip, and where to go on', ['skip', 1], true],
] as const) {
  test(`a tree is gone through as unist-util-visit does where a visitor answers ${what}`, () => {
    const result = answer as unist.VisitorResult;
    for (const type of [undefined, 'element'] as const) {
      expect(record(own.visit, result, isRemoved, type)).toBe(record(unist.visit, result, isRemoved, type));
    }
  });
}

test('the answers have the values of unist-util-visit', () => {
  expect([own.SKIP, own.EXIT]).toEqual([unist.SKIP, unist.EXIT]);
});
