import type { Element, ElementContent, Root, RootContent } from 'hast';
import { defaultSchema, type Schema, sanitize } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { type State, toHast } from 'mdast-util-to-hast';
import { gfm } from 'micromark-extension-gfm';
import { tokensToHtml } from '../markdown/code/html-writer';
import { getLanguage } from '../markdown/code/languages';
import { tokenizeAs } from '../markdown/code/tokenize-lines';
import { isIntricate } from './is-intricate';

/** What a comment may contain. Ids are no part of it: those of the page stay its own. */
const SCHEMA: Schema = {
  ...defaultSchema,
  tagNames: ['a', 'blockquote', 'br', 'code', 'del', 'em', 'li', 'ol', 'p', 'pre', 'strong', 'ul'],
  attributes: { a: ['href'], code: [['className', /^language-[\w+#.-]{1,30}$/]], ol: ['start'] },
  protocols: { href: ['http', 'https', 'mailto'] },
  clobber: [],
};

/** A link that says nothing for its target, which somebody else chose. */
const LINK = { rel: ['nofollow', 'ugc', 'noopener'], referrerPolicy: 'no-referrer' };

/** Footnotes link to places of the page by ids, which comments have none of. */
const NO_FOOTNOTES = {
  disable: { null: ['gfmFootnoteCall', 'gfmFootnoteDefinition', 'gfmPotentialFootnoteCall'] },
};

/**
 * A comment as HTML that can be put into any page: Markdown without HTML, images, headings and footnotes, code in colours. Whatever
 * else was typed is shown as text; all of it where a server would be busy with it, or where nothing of it
 * would be seen.
 */
export async function renderComment(body: string): Promise<string> {
  const html = isIntricate(body) ? '' : await renderMarkdown(body);
  return html.trim() === '' && body !== '' ? toHtml(toPlain(body)) : html;
}

async function renderMarkdown(body: string): Promise<string> {
  const tree = fromMarkdown(body, {
    extensions: [gfm(), NO_FOOTNOTES],
    mdastExtensions: [gfmFromMarkdown()],
  });
  const hast = toHast(tree, {
    handlers: { html: showAsText, image: showImage, heading: showHeading, table: showSource(body) },
  });
  const safe = sanitize(hast, SCHEMA) as Root;
  await finishNodes(safe.children);
  return toHtml(safe, { allowDangerousHtml: true });
}

/** The addresses that a comment links to. */
export function countLinks(html: string): number {
  return html.match(/<a href=/g)?.length ?? 0;
}

function toPlain(value: string): Element {
  return { type: 'element', tagName: 'p', properties: {}, children: [{ type: 'text', value }] };
}

function showAsText(_state: State, { value }: { readonly value: string }): ElementContent {
  return { type: 'text', value };
}

function showImage(
  _state: State,
  { url, alt }: { readonly url: string; readonly alt?: string | null },
): Element {
  return {
    type: 'element',
    tagName: 'a',
    properties: { href: url },
    children: [{ type: 'text', value: alt || url }],
  };
}

function showHeading(state: State, node: Parameters<State['all']>[0]): Element {
  const strong: Element = { type: 'element', tagName: 'strong', properties: {}, children: state.all(node) };
  return { type: 'element', tagName: 'p', properties: {}, children: [strong] };
}

interface Placed {
  readonly position?: {
    readonly start: { readonly offset?: number };
    readonly end: { readonly offset?: number };
  };
}

function showSource(body: string) {
  return (_state: State, { position }: Placed): Element => {
    const value = body.slice(position?.start.offset, position?.end.offset);
    const code: Element = {
      type: 'element',
      tagName: 'code',
      properties: {},
      children: [{ type: 'text', value }],
    };
    return { type: 'element', tagName: 'pre', properties: {}, children: [code] };
  };
}

/** Only what the schema left is here: links get their relation, code its colours. */
async function finishNodes(nodes: (RootContent | ElementContent)[]): Promise<void> {
  for (const [index, node] of nodes.entries()) {
    if (node.type !== 'element') continue;
    if (node.tagName === 'a') Object.assign(node.properties, LINK);
    if (node.tagName === 'pre') nodes[index] = await toBlock(node);
    else await finishNodes(node.children);
  }
}

/** What fits on the narrowest screens. */
const NARROW_COLUMNS = 32;

async function toBlock(pre: Element): Promise<Element> {
  const code = pre.children.find((child): child is Element => child.type === 'element');
  const [text] = code?.children ?? [];
  const source = text?.type === 'text' ? text.value.replace(/\n$/, '') : '';
  const [name = ''] = (code?.properties.className as string[] | undefined) ?? [];
  const html = await highlight(source, name.replace('language-', ''));
  const block: Element = {
    ...pre,
    // What is too wide for a narrow screen scrolls, also by keyboard.
    properties: { dir: 'ltr', translate: 'no', ...(isWide(source) && { tabIndex: 0 }) },
    children: [
      { type: 'element', tagName: 'code', properties: {}, children: [{ type: 'raw', value: html } as never] },
    ],
  };
  return { type: 'element', tagName: 'div', properties: { className: ['code'] }, children: [block] };
}

function isWide(source: string): boolean {
  return source.split('\n').some((line) => line.length > NARROW_COLUMNS);
}

async function highlight(source: string, name: string): Promise<string> {
  const language = getLanguage(name);
  const plain = () => source.split('\n').map((text) => [{ text, role: 'base' as const }]);
  const lines = language ? await tokenizeAs(source, language).catch(plain) : plain();
  return lines.map(tokensToHtml).join('\n');
}
