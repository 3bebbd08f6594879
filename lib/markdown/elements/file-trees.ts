import type { Root } from 'hast';
import { toString as toText } from 'hast-util-to-string';
import { visit } from '../compile/visit';

/** Rehype plugin: a fence called `tree` with names indented by spaces gets the branches of a file tree drawn. */
export function drawFileTrees() {
  return (tree: Root) => {
    visit(tree, 'element', ({ tagName, properties, children }, _index, parent) => {
      const isTree = Array.isArray(properties.className) && properties.className.includes('language-tree');
      if (tagName !== 'code' || !isTree || parent?.type !== 'element' || parent.tagName !== 'pre') return;
      const text = toText({ type: 'root', children });
      properties.className = ['language-text'];
      children.splice(0, children.length, { type: 'text', value: `${drawBranches(text)}\n` });
    });
  };
}

/** The lines of an indented list with │, ├ and └ before them; a text that has such characters already stays as it is. */
export function drawBranches(text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (/[│├└]/.test(text)) return lines.join('\n');
  const depths = toDepths(lines.map((line) => /^\s*/.exec(line)?.[0].replaceAll('\t', '    ').length ?? 0));
  return lines
    .map((line, index) => {
      const depth = depths[index] ?? 0;
      const stems = Array.from({ length: Math.max(depth - 1, 0) }, (_, level) =>
        continues(depths, index, level + 1) ? '│  ' : '   ',
      );
      const branch = depth === 0 ? '' : continues(depths, index, depth) ? '├─ ' : '└─ ';
      return stems.join('') + branch + line.trim();
    })
    .join('\n');
}

/** Widths of indents as levels: each deeper indent is one level, whatever its width. */
function toDepths(widths: readonly number[]): number[] {
  const open: number[] = [];
  return widths.map((width) => {
    while ((open.at(-1) ?? -1) >= width) open.pop();
    open.push(width);
    return open.length - 1;
  });
}

/** True where a later line stands at the same level before the branch ends. */
function continues(depths: readonly number[], index: number, level: number): boolean {
  const next = depths.slice(index + 1).find((depth) => depth <= level);
  return next === level;
}
