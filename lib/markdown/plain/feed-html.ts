import type { Element, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { createWeakProcessCache } from '../../cache/process-cache';
import type { ContentIndex } from '../../content/content-index';
import type { Document } from '../../content/types';
import { visit } from '../compile/visit';
import { renderPlainTree } from './plain-tree';

/**
 * A document's body as HTML that is complete without this site, for feeds. Rendered once for each state of the
 * document, however many feeds show it.
 */
export function renderFeedHtml(document: Document, index: ContentIndex, pageUrl: string): Promise<string> {
  const known = cache.get(document);
  if (known?.index === index) return known.html;
  const html = renderPlainTree(document, index, pageUrl).then((tree) => toHtml(toFeedTree(tree)));
  cache.set(document, { index, html });
  return html;
}

const cache = createWeakProcessCache<Document, { index: ContentIndex; html: Promise<string> }>(
  'bodies for feeds',
);

/** Feed readers drop form controls and do not know callouts: boxes of tasks become signs, `[!NOTE]` a bold word. */
function toFeedTree(tree: Root): Root {
  visit(tree, 'element', (node, position, parent) => {
    if (node.tagName === 'blockquote') labelCallout(node);
    if (node.tagName !== 'input' || !parent || position === undefined) return;
    const value = node.properties.checked ? '☑' : '☐';
    parent.children.splice(position, 1, { type: 'text', value });
  });
  return tree;
}

function labelCallout(quote: Element): void {
  const paragraph = quote.children.find((child) => child.type === 'element');
  const first = paragraph?.children[0];
  if (!paragraph || first?.type !== 'text') return;
  const [mark, kind = ''] = /^\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]\s*/i.exec(first.value) ?? [];
  if (mark === undefined) return;
  const label = kind.charAt(0).toUpperCase() + kind.slice(1).toLowerCase();
  const strong: Element = {
    type: 'element',
    tagName: 'strong',
    properties: {},
    children: [{ type: 'text', value: label }],
  };
  const rest = first.value.slice(mark.length);
  paragraph.children.splice(0, 1, strong, ...(rest ? [{ type: 'text' as const, value: `: ${rest}` }] : []));
}
