import type { Element, ElementContent, Parents, Root } from 'hast';
import { toString as toText } from 'hast-util-to-string';
import { SKIP, visit } from '../compile/visit';

/** A number as a table holds it: with a sign, a currency before it, an exponent or a unit of a few letters after it. */
const NUMBER =
  /^[~≈<>≤≥±+−–-]?\s?[$€£¥]?\s?\d[\d.,'’\s]*(?:e[+-]?\d+)?\s?(?:[%‰×°]|[\p{L}µ]{1,4}(?:\/\p{L}{1,3})?)?$/u;
const NOTHING = /^[-–—]?$/;

/**
 * Rehype plugin: a column of numbers is set to the end of its cells, other alignments become classes, and a paragraph
 * after the table that begins with a colon and a space is its caption.
 */
export function arrangeTables() {
  return (tree: Root) => {
    let count = 0;
    visit(tree, 'element', (table, index, parent) => {
      if (table.tagName !== 'table' || !parent || index === undefined) return undefined;
      alignCells(table);
      const caption = takeCaption(parent, index);
      if (caption) {
        count += 1;
        const id = `table-${count}`;
        table.properties.ariaLabelledBy = [id];
        table.children.unshift({
          type: 'element',
          tagName: 'caption',
          properties: { id },
          children: caption,
        });
      }
      return SKIP;
    });
  };
}

function alignCells(table: Element): void {
  const rows = listElements(table, 'tr').map((row) => row.children.filter(isCell));
  const [head, ...body] = rows;
  for (const [column, cell] of (head ?? []).entries()) {
    const texts = body.map((cells) => textOf(cells[column]));
    const isNumeric =
      cell.properties.align === undefined &&
      texts.some((text) => NUMBER.test(text)) &&
      texts.every((text) => NUMBER.test(text) || NOTHING.test(text));
    for (const cells of rows) if (cells[column]) setClass(cells[column], isNumeric);
  }
}

function setClass({ properties }: Element, isNumeric: boolean): void {
  const { align } = properties;
  delete properties.align;
  const name = isNumeric || align === 'right' ? 'cell-end' : align === 'center' ? 'cell-middle' : undefined;
  if (name !== undefined) properties.className = [name];
}

function textOf(cell: Element | undefined): string {
  return cell ? toText(cell).trim() : '';
}

function isCell(node: ElementContent): node is Element {
  return node.type === 'element' && (node.tagName === 'td' || node.tagName === 'th');
}

function listElements(root: Element, tagName: string): Element[] {
  const found: Element[] = [];
  visit(root, 'element', (node) => {
    if (node.tagName === tagName) found.push(node);
  });
  return found;
}

/** Notes of the table stand between it and its caption. */
function takeCaption(parent: Parents, table: number): ElementContent[] | undefined {
  const index = parent.children.findIndex(
    (node, at) => at > table && !isBlank(node) && !(node.type === 'element' && node.tagName === 'aside'),
  );
  const paragraph = parent.children[index];
  if (paragraph?.type !== 'element' || paragraph.tagName !== 'p') return undefined;
  const [first] = paragraph.children;
  if (first?.type !== 'text' || !/^:\s+/.test(first.value)) return undefined;
  first.value = first.value.replace(/^:\s+/, '');
  parent.children.splice(index, 1);
  return paragraph.children;
}

function isBlank(node: Parents['children'][number]): boolean {
  return node.type === 'text' && node.value.trim() === '';
}
