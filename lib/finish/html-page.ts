import { type DefaultTreeAdapterMap, defaultTreeAdapter, parse } from 'parse5';

type Node = DefaultTreeAdapterMap['node'];
export type HtmlElement = DefaultTreeAdapterMap['element'];

/** A part of a page's text, from one offset up to another. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface PageElement extends Span {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** The text inside, for elements that hold text only (`script`, `style`). */
  readonly text: string;
}

export interface PageComment extends Span {
  readonly text: string;
}

export interface HtmlPage {
  readonly source: string;
  readonly elements: readonly PageElement[];
  readonly comments: readonly PageComment[];
}

/** Parses a page as a browser does, keeping where each element and comment stands in the text. */
export function parseHtmlPage(source: string): HtmlPage {
  const elements: PageElement[] = [];
  const comments: PageComment[] = [];
  const visit = (node: Node): void => {
    const place = 'sourceCodeLocation' in node ? node.sourceCodeLocation : undefined;
    if (place && defaultTreeAdapter.isCommentNode(node)) {
      comments.push({ text: node.data, start: place.startOffset, end: place.endOffset });
    }
    if (place && defaultTreeAdapter.isElementNode(node)) {
      elements.push({
        name: node.tagName,
        attributes: new Map(node.attrs.map(({ name, value }) => [name, value])),
        text: node.childNodes.map((child) => ('value' in child ? child.value : '')).join(''),
        start: place.startOffset,
        end: place.endOffset,
      });
    }
    if ('content' in node) visit(node.content);
    if ('childNodes' in node) for (const child of node.childNodes) visit(child);
  };
  visit(parse(source, { sourceCodeLocationInfo: true }));
  return { source, elements, comments };
}
