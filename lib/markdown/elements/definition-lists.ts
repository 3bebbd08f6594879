import type { Blockquote, Paragraph, Parents, PhrasingContent, Root } from 'mdast';
import { SKIP, visit } from '../compile/visit';

/**
 * Remark plugin: a paragraph whose later lines begin with a colon and a space is a list of terms and definitions,
 * as in PHP Markdown Extra. Neighbouring lists become one.
 */
export function makeDefinitionLists() {
  return (tree: Root) => {
    visit(tree, 'paragraph', (paragraph, index, parent) => {
      if (!parent || index === undefined) return undefined;
      const parts = readParts(paragraph);
      if (!parts) return undefined;
      const before = parent.children[index - 1];
      if (before && isDefinitionList(before)) {
        before.children.push(...parts);
        parent.children.splice(index, 1);
        return [SKIP, index];
      }
      const list: Blockquote = { type: 'blockquote', data: { hName: 'dl' }, children: parts };
      if (paragraph.position) list.position = paragraph.position;
      parent.children[index] = list;
      return SKIP;
    });
  };
}

/** True for a list this plugin has made. */
export function isDefinitionList(node: Parents['children'][number]): node is Blockquote {
  return node.type === 'blockquote' && node.data?.hName === 'dl';
}

type Line = PhrasingContent[];

function readParts(paragraph: Paragraph): Paragraph[] | undefined {
  const lines = splitLines(paragraph);
  const first = lines.findIndex(startsDefinition);
  if (first < 1) return undefined;
  const terms = lines.slice(0, first).map((children) => toPart('dt', children));
  const definitions: Paragraph[] = [];
  for (const line of lines.slice(first)) {
    const last = definitions.at(-1);
    if (startsDefinition(line)) definitions.push(toPart('dd', withoutColon(line)));
    else last?.children.push({ type: 'text', value: '\n' }, ...line);
  }
  return [...terms, ...definitions];
}

function splitLines({ children }: Paragraph): Line[] {
  const lines: Line[] = [[]];
  for (const child of children) {
    if (child.type !== 'text') {
      lines.at(-1)?.push(child);
      continue;
    }
    for (const [index, value] of child.value.split('\n').entries()) {
      if (index > 0) lines.push([]);
      if (value !== '') lines.at(-1)?.push({ ...child, value });
    }
  }
  return lines;
}

function startsDefinition([first]: Line): boolean {
  return first?.type === 'text' && /^:[ \t]/.test(first.value);
}

function withoutColon([first, ...rest]: Line): Line {
  if (first?.type !== 'text') return rest;
  return [{ ...first, value: first.value.replace(/^:[ \t]+/, '') }, ...rest];
}

function toPart(hName: 'dt' | 'dd', children: Line): Paragraph {
  return { type: 'paragraph', data: { hName }, children };
}
