import type { CodeBlockProps } from './types';

/**
 * Joins neighbouring blocks that have a `tab` into tabbed ones; the others stay as they are. A new set begins
 * where the group changes or a label comes again. Give it blocks with nothing but white space between them.
 */
export function groupTabs(blocks: readonly CodeBlockProps[]): CodeBlockProps[] {
  const sets: CodeBlockProps[][] = [];
  for (const block of blocks) {
    const set = sets.at(-1);
    if (set && continues(set, block)) set.push(block);
    else sets.push([block]);
  }
  return sets.flatMap((set) => (set.length > 1 ? [joinTabs(set)] : set));
}

/** One block that shows one of its variants at a time. */
export function joinTabs(tabs: readonly CodeBlockProps[]): CodeBlockProps {
  const labels = tabs.map(({ tab }) => tab ?? '');
  const id = tabs[0]?.id;
  return {
    html: '',
    name: labels.join(', '),
    lines: Math.max(...tabs.map(({ lines }) => lines)),
    columns: Math.max(...tabs.map(({ columns }) => columns)),
    group: tabs[0]?.group ?? labels.join(' ').toLowerCase(),
    ...(id !== undefined && { id }),
    tabs,
  };
}

function continues(set: readonly CodeBlockProps[], block: CodeBlockProps): boolean {
  const first = set[0];
  if (block.tab === undefined || block.tabs || first?.tab === undefined) return false;
  return first.group === block.group && set.every(({ tab }) => tab !== block.tab);
}
