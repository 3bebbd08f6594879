import type { Element, ElementContent, Root } from 'hast';
import { SKIP, visit } from '../compile/visit';
import type { Child, StaticComponents } from './static';
import { flatten } from './static';

/** What the components of `lib/markdown/elements` become where our styles and scripts are not. */
export const PLAIN_ELEMENTS: StaticComponents = {
  CodeSpan: async ({ children }) => element('code', {}, await flatten(children as Child)),
  // Few readers of feeds set MathML; TeX at least is exact.
  Formula: async ({ display, children }) => {
    const code = element('code', {}, await flatten(children as Child));
    return display ? element('p', {}, [code]) : code;
  },
  Diagram: ({ alt, caption, id }) => [
    element('p', typeof id === 'string' ? { id } : {}, [
      element('em', {}, [text(`Diagram: ${String(alt)}`)]),
    ]),
    ...(typeof caption === 'string' ? [element('p', {}, [text(caption)])] : []),
  ],
  Embed: ({ url, title, host }) =>
    element('p', {}, [
      element('a', { href: String(url) }, [text(String(title))]),
      text(typeof host === 'string' ? ` (${host})` : ''),
    ]),
};

/** Moves the notes of a text from their paragraphs to a numbered list at its end, each with a link back. */
export function gatherNotes(tree: Root): void {
  const notes: Element[] = [];
  visit(tree, 'element', (node, index, parent) => {
    const { id } = node.properties;
    if (node.tagName !== 'aside' || typeof id !== 'string' || !/^fn-\d+$/.test(id)) return undefined;
    if (!parent || index === undefined) return undefined;
    parent.children.splice(index, 1);
    notes.push(node);
    return [SKIP, index];
  });
  if (notes.length === 0) return;
  // A note within a note stands after it, with the next number but one: the list is in order of numbers.
  notes.sort((a, b) => numberOf(a) - numberOf(b));
  tree.children.push(element('hr', {}), element('ol', {}, notes.map(toItem)));
}

function toItem(note: Element): ElementContent {
  const number = numberOf(note);
  const [first, ...rest] = note.children.filter(
    (child) => child.type !== 'text' || child.value.trim() !== '',
  );
  const children =
    first?.type === 'element' && first.tagName === 'p'
      ? [{ ...first, children: first.children.slice(1) }, ...rest]
      : note.children.slice(1);
  const back = element('a', { href: `#fnref-${number}` }, [text('↩')]);
  return element('li', { id: `fn-${number}` }, [...children, text(' '), back]);
}

function numberOf({ properties }: Element): number {
  return Number(String(properties.id).slice('fn-'.length));
}

function text(value: string): ElementContent {
  return { type: 'text', value };
}

function element(
  tagName: string,
  properties: Element['properties'],
  children: ElementContent[] = [],
): Element {
  return { type: 'element', tagName, properties, children };
}
