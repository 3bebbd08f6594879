/** More containers than these within each other nobody reads, and to parse and render them takes time by the square of their number. */
const DEPTH = 25;

const MARKERS = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))*[ \t]*/;

/**
 * Whether Markdown may have quotations and lists within each other more than `DEPTH` times: a line opens one with each marker that
 * it begins with, and goes on with one for two columns that it is indented.
 */
export function isNestedDeeply(markdown: string): boolean {
  return markdown.split('\n').some((line) => countContainers(line) > DEPTH);
}

function countContainers(line: string): number {
  const [start = ''] = MARKERS.exec(line) ?? [];
  const markers = start.match(/[>*+-]|\d+/g)?.length ?? 0;
  const columns = start.replaceAll('\t', '    ').match(/ /g)?.length ?? 0;
  return markers + Math.max(0, columns - markers) / 2;
}
