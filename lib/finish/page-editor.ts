import MagicString from 'magic-string';
import type { HtmlPage, PageElement, Span } from './html-page';

/** An element that is written into a page. */
export interface NewElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly text: string;
}

/** A page that is being edited. All places are those in its source, which is read once whatever happens to the page. */
export class PageEditor {
  readonly page: HtmlPage;
  readonly #text: MagicString;
  #elements: readonly PageElement[];

  constructor(page: HtmlPage) {
    this.page = page;
    this.#text = new MagicString(page.source);
    this.#elements = page.elements;
  }

  /** The elements of the page as it is after the edits so far, in order. */
  get elements(): readonly PageElement[] {
    return this.#elements;
  }

  /** Removes parts of the page, and elements that are no part of them no longer count. */
  remove(parts: readonly Span[]): void {
    if (parts.length === 0) return;
    for (const { start, end } of parts) this.#text.remove(start, end);
    const removed = new Set(parts);
    this.#elements = this.#elements.filter((element) => !removed.has(element));
  }

  replace(element: PageElement, replacement: NewElement): void {
    this.#text.overwrite(element.start, element.end, renderElement(replacement));
    const { start, end } = element;
    this.#elements = this.#elements.map((one) => (one === element ? { ...replacement, start, end } : one));
  }

  /** Inserts elements at an offset, before what was inserted there earlier. */
  insert(offset: number, added: readonly NewElement[]): void {
    if (added.length === 0) return;
    this.#text.prependLeft(offset, added.map(renderElement).join(''));
    const isBefore = ({ start }: Span) => start < offset;
    this.#elements = [
      ...this.#elements.filter(isBefore),
      ...added.map((element) => ({ ...element, start: offset, end: offset })),
      ...this.#elements.filter((element) => !isBefore(element)),
    ];
  }

  /** The source of the page after the edits. */
  toString(): string {
    return this.#text.toString();
  }
}

const VOID = new Set(['link', 'meta']);

/** An element as React writes it. The text has to be one that the element can contain as it is. */
export function renderElement({ name, attributes, text }: NewElement): string {
  const written = [...attributes].map(([key, value]) => ` ${key}="${escapeAttribute(value)}"`).join('');
  return VOID.has(name) ? `<${name}${written}/>` : `<${name}${written}>${text}</${name}>`;
}

function escapeAttribute(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}
