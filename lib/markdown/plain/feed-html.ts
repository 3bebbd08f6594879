import type { Element, RootContent, Text } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { createWeakProcessCache } from '../../cache/process-cache';
import type { ContentIndex } from '../../content/content-index';
import { getPunctuationLanguage, toPunctuation } from '../../content/punctuation';
import type { Post } from '../../content/types';
import { getPlainTree } from './plain-tree';

/**
 * The body of a post as HTML that is complete without this site, for feeds. Rendered once for each state of the post,
 * however many feeds show it.
 */
export function renderFeedHtml(post: Post, index: ContentIndex): Promise<string> {
  const known = cache.get(post);
  if (known?.index === index) return known.html;
  const language = getPunctuationLanguage(post, index.site);
  const html = getFeedNodes(post, index).then((nodes) => toPunctuation(toHtml(nodes), language));
  cache.set(post, { index, html });
  return html;
}

const cache = createWeakProcessCache<Post, { index: ContentIndex; html: Promise<string> }>(
  'bodies for feeds',
);

/** The nodes of that HTML, for forms that programs for mail show; nobody changes them. */
export async function getFeedNodes(post: Post, index: ContentIndex): Promise<RootContent[]> {
  const { children } = await getPlainTree(post, index);
  return children.flatMap(toFeedNodes);
}

/** Feed readers drop form controls and do not know callouts: boxes of tasks become signs, `[!NOTE]` a bold word, captions text. */
function toFeedNodes<Node extends RootContent>(node: Node): (Node | Text | Element)[] {
  if (node.type !== 'element') return [node];
  if (node.tagName === 'input') return [{ type: 'text', value: node.properties.checked ? '☑' : '☐' }];
  const caption = findCaption(node);
  if (caption !== undefined)
    return [node, { ...node, properties: {}, children: [{ type: 'text', value: caption }] }];
  const { children } = node.tagName === 'blockquote' ? labelCallout(node) : node;
  return [{ ...node, children: children.flatMap(toFeedNodes) }];
}

/** The title of an image that stands alone in its paragraph: pages show it below the image, feed readers not at all. */
function findCaption({ tagName, children }: Element): string | undefined {
  const [image] = children;
  if (tagName !== 'p' || children.length !== 1 || image?.type !== 'element' || image.tagName !== 'img')
    return undefined;
  const { title } = image.properties;
  return typeof title === 'string' && title.trim() !== '' ? title : undefined;
}

function labelCallout(quote: Element): Element {
  const paragraph = quote.children.find((child) => child.type === 'element');
  const first = paragraph?.children[0];
  if (!paragraph || first?.type !== 'text') return quote;
  const [mark, kind = ''] = /^\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]\s*/i.exec(first.value) ?? [];
  if (mark === undefined) return quote;
  const label = kind.charAt(0).toUpperCase() + kind.slice(1).toLowerCase();
  const strong: Element = {
    type: 'element',
    tagName: 'strong',
    properties: {},
    children: [{ type: 'text', value: label }],
  };
  const rest = first.value.slice(mark.length);
  const text: Text[] = rest ? [{ type: 'text', value: `: ${rest}` }] : [];
  const labelled = { ...paragraph, children: [strong, ...text, ...paragraph.children.slice(1)] };
  return { ...quote, children: quote.children.map((child) => (child === paragraph ? labelled : child)) };
}
