import type { Paragraph, Root, Table } from 'mdast';
import type { Report } from './report';
import { visit } from './visit';

/** Remark plugin: reports cells beyond those of the header, which are not shown, and tables that are none. */
export function reportTables({ source, report }: { source: string; report: Report }) {
  return (tree: Root) => {
    visit(tree, (node) => {
      if (node.type === 'table') reportCells(node, report);
      if (node.type === 'paragraph') reportDelimiter(node, source, report);
    });
  };
}

function reportCells(table: Table, report: Report): void {
  const columns = table.children[0]?.children.length ?? 0;
  for (const row of table.children) {
    const [first] = row.children.slice(columns);
    if (!first?.position) continue;
    const count = row.children.length;
    const message = `This row has ${count} cells, and the header has ${columns}: the last are not shown.`;
    const remedy = 'Add cells to the header and the line below it, or write \\| for a stroke that is text.';
    report(first.position.start, 'warning', message, remedy);
  }
}

const DELIMITERS = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;

function reportDelimiter({ position }: Paragraph, source: string, report: Report): void {
  if (!position || position.end.line === position.start.line) return;
  const lines = source.slice(position.start.offset, position.end.offset).split('\n');
  for (const [index, line] of lines.entries()) {
    const header = lines[index - 1];
    if (header === undefined) continue;
    const bare = line.replace(/^[\s>]*/, '');
    if (!bare.includes('|') || !header.includes('|') || !DELIMITERS.test(bare)) continue;
    const message = `This is no table: its header has ${count(header)} cells, the line below it ${count(bare)}.`;
    const place = { line: position.start.line + index, column: 1 };
    report(place, 'warning', message, 'Give both lines the same number of cells.');
  }
}

function count(line: string): number {
  const inner = line.trim().replace(/^[\s>]*\|?|(?<!\\)\|\s*$/g, '');
  return inner.split(/(?<!\\)\|/).length;
}
