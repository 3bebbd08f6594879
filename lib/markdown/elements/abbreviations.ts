import type { Paragraph, PhrasingContent, Root, Text } from 'mdast';
import type { Place } from '../../content/problems';
import type { Report } from '../compile/report';
import { SKIP, visit } from '../compile/visit';

interface Abbreviation extends Place {
  readonly meaning: string;
  isUsed: boolean;
}

/**
 * Remark plugin: `*[HTML]: HyperText Markup Language` on a line of its own is taken out, and each whole word HTML in
 * the text becomes an abbreviation; the first of them carries the meaning. One that the text never uses is reported.
 */
export function markAbbreviations({ report }: { report: Report }) {
  return (tree: Root) => {
    const known = takeDefinitions(tree);
    if (known.size === 0) return;
    const names = [...known.keys()].sort((a, b) => b.length - a.length).map(escapePattern);
    const pattern = new RegExp(`(?<![\\p{L}\\p{N}_])(?:${names.join('|')})(?![\\p{L}\\p{N}_])`, 'gu');
    visit(tree, 'text', (node, index, parent) => {
      if (!parent || index === undefined || isAbbreviation(parent)) return undefined;
      const pieces = split(node, pattern, known);
      if (!pieces) return undefined;
      parent.children.splice(index, 1, ...pieces);
      return [SKIP, index + pieces.length];
    });
    for (const [name, { isUsed, line, column }] of known) {
      const message = `The abbreviation ${name} is explained but never used.`;
      if (!isUsed) report({ line, column }, 'warning', message, 'Use it, or take its explanation out.');
    }
  };
}

function takeDefinitions(tree: Root): Map<string, Abbreviation> {
  const known = new Map<string, Abbreviation>();
  visit(tree, 'paragraph', (paragraph, index, parent) => {
    const found = readDefinitions(paragraph);
    if (!found || !parent || index === undefined) return undefined;
    for (const [name, abbreviation] of found) known.set(name, abbreviation);
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
  return known;
}

/** The definitions of a paragraph that holds nothing else. */
function readDefinitions({ children, position }: Paragraph): [string, Abbreviation][] | undefined {
  const [only, ...others] = children;
  if (only?.type !== 'text' || others.length > 0 || !only.value.startsWith('*[')) return undefined;
  const found: [string, Abbreviation][] = [];
  for (const [offset, text] of only.value.split('\n').entries()) {
    const [, name, meaning] = /^\*\[([^\]]+)\]:[ \t]+(\S.*)$/.exec(text) ?? [];
    if (name === undefined || meaning === undefined) return undefined;
    const { line = 1, column = 1 } = position?.start ?? {};
    found.push([name, { meaning: meaning.trim(), isUsed: false, line: line + offset, column }]);
  }
  return found;
}

function split(
  { value, position }: Text,
  pattern: RegExp,
  known: ReadonlyMap<string, Abbreviation>,
): PhrasingContent[] | undefined {
  const pieces: PhrasingContent[] = [];
  let end = 0;
  const text = (part: string): Text => ({ type: 'text', value: part, ...(position && { position }) });
  for (const { 0: name, index } of value.matchAll(pattern)) {
    const abbreviation = known.get(name);
    if (!abbreviation) continue;
    const title = abbreviation.isUsed ? {} : { title: abbreviation.meaning };
    abbreviation.isUsed = true;
    if (index > end) pieces.push(text(value.slice(end, index)));
    pieces.push({
      type: 'emphasis',
      data: { hName: 'abbr', hProperties: title },
      children: [text(name)],
    });
    end = index + name.length;
  }
  if (pieces.length === 0) return undefined;
  if (end < value.length) pieces.push(text(value.slice(end)));
  return pieces;
}

function isAbbreviation(node: object): boolean {
  return 'name' in node && node.name === 'abbr';
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}
