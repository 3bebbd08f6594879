import type { ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { visit } from 'unist-util-visit';
import type { ContentIndex } from '../content/content-index';
import type { Document } from '../content/types';
import { COMPONENT_NAMES } from './components';
import { type Child, flatten, renderStatic, type StaticComponent, type StaticComponents } from './static';

/** A document's body as HTML that is complete without this site: absolute addresses, no class, no script. */
export async function renderFeedHtml(
  document: Document,
  index: ContentIndex,
  pageUrl: string,
): Promise<string> {
  const tree = await renderStatic(document, index, feedComponents);
  visit(tree, (node, position, parent) => {
    if (
      node.type === 'element' &&
      ['script', 'style'].includes(node.tagName) &&
      parent &&
      position !== undefined
    ) {
      parent.children.splice(position, 1);
      return position;
    }
    return undefined;
  });
  makeAbsolute(tree, pageUrl);
  return toHtml(tree);
}

/** What components become where our styles and scripts are not. */
const STATIC_FORMS: StaticComponents = {
  CodeBlock: ({ html, title, language }) => [
    ...(typeof title === 'string' ? [element('p', [element('code', [text(title)])])] : []),
    element('pre', [element('code', [text(toPlainText(String(html)))], language)]),
  ],
  Callout: async ({ kind, children }) =>
    element('blockquote', [
      element('p', [element('strong', [text(toLabel(String(kind)))])]),
      ...(await flatten(children as Child)),
    ]),
  Figure: ({ src, alt, title }) => [
    {
      type: 'element',
      tagName: 'img',
      properties: { src: String(src), alt: String(alt ?? '') },
      children: [],
    },
    ...(typeof title === 'string' ? [element('p', [text(title)])] : []),
  ],
};

const Children: StaticComponent = ({ children }) => children as Child;

/** A component that has no static form gives its children. */
const feedComponents: StaticComponents = {
  ...Object.fromEntries(COMPONENT_NAMES.map((name) => [name, Children])),
  ...STATIC_FORMS,
};

function text(value: string): ElementContent {
  return { type: 'text', value };
}

function element(tagName: string, children: ElementContent[], language?: unknown): ElementContent {
  const properties = typeof language === 'string' ? { className: [`language-${language}`] } : {};
  return { type: 'element', tagName, properties, children };
}

/** Highlighted lines back to their text. */
function toPlainText(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#x27;|&#39;|&apos;/g, "'")
    .replace(/&amp;/g, '&');
}

function toLabel(kind: string): string {
  return kind.charAt(0).toUpperCase() + kind.slice(1);
}

function makeAbsolute(tree: Root, pageUrl: string): void {
  visit(tree, 'element', (node) => {
    for (const name of ['href', 'src', 'poster', 'cite']) {
      const value = node.properties[name];
      if (typeof value === 'string' && URL.canParse(value, pageUrl))
        node.properties[name] = new URL(value, pageUrl).href;
    }
  });
}
