import type { Element, RootContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { ContentIndex } from '../../content/content-index';
import { getPunctuationLanguage, toPunctuation } from '../../content/punctuation';
import type { Post } from '../../content/types';
import { getFeedNodes } from './feed-html';

const MONO = "font-family:ui-monospace,Menlo,Consolas,'Courier New',monospace";

/** Programs for mail know no style sheets; colours stand on grounds of ours alone, so that dark themes can have their own. */
const STYLES: Readonly<Record<string, string>> = {
  p: 'margin:0 0 1em',
  h2: 'margin:1.6em 0 .5em;font-size:1.35em;line-height:1.25',
  h3: 'margin:1.4em 0 .5em;font-size:1.15em;line-height:1.3',
  h4: 'margin:1.2em 0 .5em;font-size:1em',
  ul: 'margin:0 0 1em;padding-inline-start:1.4em',
  ol: 'margin:0 0 1em;padding-inline-start:1.4em',
  blockquote: 'margin:0 0 1em;padding:0 0 0 1em;border-left:3px solid #b9ae9a',
  pre: `margin:0 0 1em;padding:.75em 1em;background:#f4f0e6;color:#1f1b16;font-size:.85em;line-height:1.5;white-space:pre-wrap;overflow-wrap:break-word;${MONO}`,
  code: `font-size:.9em;${MONO}`,
  img: 'max-width:100%;height:auto',
  table: 'margin:0 0 1em;border-collapse:collapse',
  th: 'padding:.3em .6em;border:1px solid #b9ae9a;text-align:start',
  td: 'padding:.3em .6em;border:1px solid #b9ae9a',
  hr: 'margin:2em 0;border:0;border-top:1px solid #b9ae9a',
};

/** The body of a post as HTML that programs for mail show: that of feeds, with each style in its element, and links for what plays. */
export async function renderMailHtml(post: Post, index: ContentIndex): Promise<string> {
  const nodes = await getFeedNodes(post, index);
  return toPunctuation(
    toHtml(nodes.map((node) => toMailNode(node))),
    getPunctuationLanguage(post, index.site),
  );
}

function toMailNode<Node extends RootContent>(node: Node, isInPre = false): Node | Element {
  if (node.type !== 'element') return node;
  const { tagName, properties, children } = PLAYED.includes(node.tagName) ? toLink(node) : node;
  // Within a block it has the size of the block.
  const style = isInPre && tagName === 'code' ? MONO : STYLES[tagName];
  return {
    type: 'element',
    tagName: PLAIN_NAMES[tagName] ?? tagName,
    properties: { ...properties, ...(style !== undefined && { style }) },
    children: children.map((child) => toMailNode(child, tagName === 'pre')),
  };
}

/** What cannot be opened and closed in a mail. */
const PLAIN_NAMES: Readonly<Record<string, string>> = { details: 'div', summary: 'strong' };

const PLAYED = ['video', 'audio', 'iframe'];

function toLink({ properties: { src, title } }: Element): Element {
  const href = String(src ?? '');
  const value = typeof title === 'string' && title !== '' ? title : href;
  return { type: 'element', tagName: 'a', properties: { href }, children: [{ type: 'text', value }] };
}
