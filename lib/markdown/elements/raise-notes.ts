import type { Nodes, Root, RootContent } from 'mdast';
import { visit } from '../compile/visit';

/** Letters on a line of text and of a note, as most lines have fewer or more: the first counts up, the second down. */
const TEXT_LETTERS = 72;
const NOTE_LETTERS = 26;
/** Lines of text: the gap after a block, the height of a line of a note, what a note keeps free below itself. */
const GAP = 0.65;
const NOTE_LINE = 0.76;
const NOTE_GAP = 1;
const HIGHEST = 9;

/**
 * Remark plugin, after `placeNotes`: a note in the margin begins after its paragraph; the class `beside-3` raises it by
 * three lines, to the line of its mark. Heights are estimated so that a raised note never covers the one before it.
 */
export function raiseNotes() {
  return (tree: Root) => {
    let y = 0;
    let free = Number.NEGATIVE_INFINITY;
    let block: RootContent | undefined;
    for (const node of tree.children) {
      if (!isNote(node)) {
        block = node;
        y += toLines(node) + GAP;
        free = Math.max(free, estimateNotesIn(node, y));
        continue;
      }
      const lines =
        block?.type === 'paragraph' ? countLinesFrom(block, String(node.data?.hProperties?.id)) : 0;
      const top = y - GAP - lines;
      const isRaised = lines > 0 && top >= free;
      if (isRaised) addClass(node, `beside-${lines}`);
      free = Math.max(isRaised ? top : y, free) + toNoteLines(node);
    }
  };
}

function isNote(node: Nodes): boolean {
  return 'data' in node && node.data?.hName === 'aside';
}

function addClass(node: RootContent, name: string): void {
  const names = node.data?.hProperties?.className;
  if (Array.isArray(names)) names.push(name);
}

/** At least so many lines: blocks that are not text count as one. */
function toLines(node: Nodes): number {
  return node.type === 'paragraph' ? Math.max(Math.floor(countLetters(node) / TEXT_LETTERS), 1) : 1;
}

/** At most so many lines of text beside a note. */
function toNoteLines(node: Nodes): number {
  const blocks = 'children' in node ? node.children.length : 1;
  return (Math.ceil(countLetters(node) / NOTE_LETTERS) + blocks) * NOTE_LINE + NOTE_GAP;
}

/** Where notes within lists and the like may end. */
function estimateNotesIn(node: Nodes, y: number): number {
  let end = Number.NEGATIVE_INFINITY;
  visit(node, (inner) => {
    if (isNote(inner)) end = Math.max(end, y) + toNoteLines(inner);
  });
  return end;
}

/** The lines of a paragraph from the one that refers to a note on; 0 where nothing does. */
function countLinesFrom(paragraph: Nodes, id: string): number {
  let after: number | undefined;
  visit(paragraph, (node) => {
    if (node.type === 'link' && node.url === `#${id}`) after ??= 0;
    else if (after !== undefined && 'value' in node) after += node.value.length;
  });
  return after === undefined ? 0 : Math.min(Math.floor(after / TEXT_LETTERS) + 1, HIGHEST);
}

function countLetters(node: Nodes): number {
  let letters = 0;
  visit(node, (inner) => {
    if ('value' in inner) letters += inner.value.length;
  });
  return letters;
}
