import type {
  FootnoteDefinition,
  FootnoteReference,
  Nodes,
  Parents,
  PhrasingContent,
  Root,
  RootContent,
} from 'mdast';
import type { VFile } from 'vfile';
import { placeAt } from '../../content/problems';
import { suggest } from '../../content/suggest';
import type { Report } from '../compile/report';
import { SKIP, visit } from '../compile/visit';
import { isDefinitionList } from './definition-lists';

/** Elements written as JSX between whose blocks a note can stand. */
const CONTAINERS = /^(?:\p{Lu}.*|div|section|article|aside|details|blockquote|li|dd|figure)$/u;

/**
 * Remark plugin: each footnote becomes an `aside` after the paragraph, table or heading that first refers to it, and
 * each reference a link to it. Numbered in reading order; a note within a note follows it. References without a note,
 * notes without a reference and notes defined twice are reported.
 */
export function placeNotes({ report }: { report: Report }) {
  return (tree: Root, file: VFile) => {
    const definitions = takeDefinitions(tree, report);
    const numbers = new Map<string, number>();
    const place = (container: Parents) => {
      for (let index = 0; index < container.children.length; index += 1) {
        const child = container.children[index];
        if (!child) continue;
        if (isContainer(child)) place(child);
        else index += insertNotes(container, index, numberReferences(child, numbers, definitions));
      }
    };
    place(tree);
    for (const [identifier, definition] of definitions) {
      if (numbers.has(identifier)) continue;
      const message = `Nothing refers to the note [^${definition.label ?? identifier}].`;
      report(startOf(definition), 'warning', message, 'Refer to it in the text, or take it out.');
    }
    reportUndefined(tree, String(file), [...definitions.keys()], report);
  };
}

type Definitions = ReadonlyMap<string, FootnoteDefinition>;

function takeDefinitions(tree: Root, report: Report): Definitions {
  const definitions = new Map<string, FootnoteDefinition>();
  visit(tree, 'footnoteDefinition', (definition, index, parent) => {
    if (!parent || index === undefined) return undefined;
    const { identifier } = definition;
    if (definitions.has(identifier)) {
      const message = `There are two notes [^${definition.label ?? identifier}]; only the first is shown.`;
      report(startOf(definition), 'warning', message, 'Give one of them another name.');
    } else definitions.set(identifier, definition);
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
  return definitions;
}

function isContainer(node: Nodes): node is Parents {
  if (node.type === 'mdxJsxFlowElement') return node.name === null || CONTAINERS.test(node.name);
  if (node.type === 'blockquote') return !isDefinitionList(node);
  return node.type === 'list' || node.type === 'listItem';
}

/** Turns the references below a node into links, and gives the notes that none before it referred to. */
function numberReferences(
  node: Nodes,
  numbers: Map<string, number>,
  definitions: Definitions,
): RootContent[] {
  const first: FootnoteDefinition[] = [];
  visit(node, 'footnoteReference', (reference, index, parent) => {
    const definition = definitions.get(reference.identifier);
    if (!definition || !parent || index === undefined) return;
    const known = numbers.get(reference.identifier);
    const number = known ?? numbers.size + 1;
    if (known === undefined) {
      numbers.set(reference.identifier, number);
      first.push(definition);
    }
    const before = parent.children[index - 1];
    const follows = before?.type === 'emphasis' && before.data?.hName === 'sup';
    parent.children[index] = toLink(reference, number, known === undefined, follows);
  });
  return first.flatMap((definition) => {
    const note = toNote(definition, numbers.get(definition.identifier) ?? 0);
    return [note, ...numberReferences(note, numbers, definitions)];
  });
}

function insertNotes(container: Parents, index: number, notes: RootContent[]): number {
  (container.children as RootContent[]).splice(index + 1, 0, ...notes);
  return notes.length;
}

/** A reference right after another is set apart from it by a comma. */
function toLink(
  { position }: FootnoteReference,
  number: number,
  isFirst: boolean,
  follows: boolean,
): PhrasingContent {
  const link: PhrasingContent = {
    type: 'link',
    url: `#fn-${number}`,
    data: {
      hProperties: {
        ...(isFirst && { id: `fnref-${number}` }),
        role: 'doc-noteref',
        ariaDescribedBy: [`fn-${number}`],
      },
    },
    children: [{ type: 'text', value: String(number) }],
  };
  const comma: PhrasingContent[] = follows ? [{ type: 'text', value: ', ' }] : [];
  const children = [...comma, link];
  return { type: 'emphasis', data: { hName: 'sup' }, children, ...(position && { position }) };
}

function toNote({ children, position }: FootnoteDefinition, number: number): RootContent {
  const mark: PhrasingContent = {
    type: 'link',
    url: `#fnref-${number}`,
    data: {
      hProperties: {
        className: ['sidenote-mark'],
        role: 'doc-backlink',
        'data-note': String(number),
      },
    },
    children: [{ type: 'text', value: String(number) }],
  };
  const data = {
    hName: 'aside',
    hProperties: { className: ['sidenote'], id: `fn-${number}`, role: 'doc-footnote' },
  };
  const at = position && { position };
  const [first, ...rest] = children;
  if (first?.type !== 'paragraph') {
    const alone: RootContent = { type: 'paragraph', children: [mark] };
    return { type: 'blockquote', data, children: [alone, ...children], ...at };
  }
  const opening = [mark, ...first.children];
  if (rest.length === 0) return { type: 'paragraph', data, children: opening, ...at };
  return { type: 'blockquote', data, children: [{ ...first, children: opening }, ...rest], ...at };
}

/** The parser takes `[^x]` for text where there is no note x: such a text, not escaped, is reported. */
function reportUndefined(tree: Root, source: string, known: string[], report: Report): void {
  visit(tree, 'text', ({ value, position }) => {
    const { start, end } = position ?? {};
    if (!value.includes('[^') || start?.offset === undefined || end?.offset === undefined) return;
    for (const { 1: name = '', index } of source
      .slice(start.offset, end.offset)
      .matchAll(/(?<!\\)\[\^([^\]\s[]+)\]/g)) {
      const close = suggest(name.toLowerCase(), known);
      const message = `There is no note [^${name}].`;
      const remedy = `Write it as [^${name}]: … on a line of its own, or \\[^${name}] for brackets that are text.`;
      report(
        placeAt(source, start.offset + index),
        'warning',
        close === undefined ? message : `${message} Did you mean [^${close}]?`,
        remedy,
      );
    }
  });
}

function startOf({ position }: Nodes) {
  return position?.start ?? { line: 1, column: 1 };
}
