import type { Element, ElementContent, Root } from 'hast';
import { createProcessCache } from '../../cache/process-cache';
import { announceWork } from '../../cache/work';
import type { ContentIndex } from '../../content/content-index';
import type { Post } from '../../content/types';
import { formatMessage } from '../../site/strings/messages';
import { absoluteUrl, postPath } from '../../urls';
import type { CodeBlockProps } from '../code/types';
import { getCompiled } from '../compile/compiled';
import { visit } from '../compile/visit';
import { COMPONENT_NAMES } from '../elements/components';
import { type Body, getAddresses, getBody } from '../render/body';
import { toPlainCode } from './plain-code';
import { gatherNotes, PLAIN_ELEMENTS } from './plain-elements';
import { type Child, flatten, renderStatic, type StaticComponent, type StaticComponents } from './static';

/**
 * The body of a post as an HTML tree that is complete without this site: absolute addresses, code as text, components
 * in a static form, and nothing that only our scripts and styles give a meaning. Feeds, the Markdown export and search
 * share one tree, so whoever gets it leaves it as it is.
 */
export async function getPlainTree(post: Post, index: ContentIndex): Promise<Root> {
  const body = await getBody(post, index);
  return trees.getOrCreate(body, () => renderPlainTree(post, body, index));
}

/** A tree takes some 140 KB, and 3 ms to render again. */
const trees = createProcessCache<Body, Promise<Root>>('plain trees', { max: 100 });

async function renderPlainTree(post: Post, body: Body, { site, strings }: ContentIndex): Promise<Root> {
  const pageUrl = absoluteUrl(site.url, postPath(post.slug));
  announceWork({ kind: 'render plain', of: post.file });
  const { addresses } = await getAddresses(body);
  const compiled = await getCompiled(post);
  const tree = await renderStatic(
    compiled,
    addresses,
    plainComponents,
    toOwnForm(pageUrl, formatMessage(strings, 'pageOnly')),
  );
  gatherNotes(tree);
  visit(tree, 'element', (node, position, parent) => {
    if (REMOVED.includes(node.tagName) && parent && position !== undefined) {
      parent.children.splice(position, 1);
      return position;
    }
    const callout = node.properties['data-callout'] ?? node.properties.dataCallout;
    if (callout !== undefined) node.children.unshift(toCalloutMark(callout));
    node.properties = toPlainProperties(node, pageUrl, site.url);
    return undefined;
  });
  return tree;
}

const REMOVED = ['script', 'style', 'link', 'template', 'noscript'];
const ADDRESSES = ['href', 'src', 'poster', 'cite'];
/** Attributes that say how something looks or behaves on our pages only. */
const OURS =
  /^(class(Name)?|style|tabIndex|srcSet|sizes|loading|decoding|fetchPriority|data[A-Z-].*|aria[A-Z-].*|on.+)$/i;

function toPlainProperties(node: Element, pageUrl: string, siteUrl: string): Element['properties'] {
  const entries = Object.entries(node.properties).flatMap(([name, value]): [string, typeof value][] => {
    if (name === 'className' && node.tagName === 'code') return [[name, value]];
    if (OURS.test(name)) return [];
    if (!ADDRESSES.includes(name) || typeof value !== 'string') return [[name, value]];
    const address = /^\/(?!\/)/.test(value) ? absoluteUrl(siteUrl, value) : value;
    return URL.canParse(address, pageUrl) ? [[name, new URL(address, pageUrl).href]] : [];
  });
  return Object.fromEntries(entries);
}

/** What components become where our styles and scripts are not. */
const STATIC_FORMS: StaticComponents = {
  CodeBlock: (props) => toPlainCode(props as unknown as CodeBlockProps),
  // As Markdown on GitHub spells it.
  Callout: async ({ kind, children }) =>
    element('blockquote', {}, [toCalloutMark(kind), ...(await flatten(children as Child))]),
  Figure: ({ src, alt, title, width, height, id }) => [
    element('img', {
      ...{ src: String(src), alt: String(alt ?? '') },
      ...(typeof id === 'string' && { id }),
      ...toSize({ width, height }),
    }),
    ...(typeof title === 'string' ? [element('p', {}, [{ type: 'text', value: title }])] : []),
  ],
};

const Children: StaticComponent = ({ children }) => children as Child;

/** A component that has no static form gives its children. */
const plainComponents: StaticComponents = {
  ...Object.fromEntries(COMPONENT_NAMES.map((name) => [name, Children])),
  ...PLAIN_ELEMENTS,
  ...STATIC_FORMS,
};

/** A component of the post's own folder: what it was given to show, or where it can be seen. */
function toOwnForm(pageUrl: string, label: string): StaticComponent {
  return async ({ children }) => {
    const shown = await flatten(children as Child);
    if (shown.length > 0) return shown;
    const words: ElementContent = { type: 'text', value: label };
    return element('p', {}, [element('a', { href: pageUrl }, [words])]);
  };
}

function toCalloutMark(kind: unknown): ElementContent {
  return element('p', {}, [{ type: 'text', value: `[!${String(kind).toUpperCase()}]` }]);
}

function element(
  tagName: string,
  properties: Element['properties'],
  children: ElementContent[] = [],
): ElementContent {
  return { type: 'element', tagName, properties, children };
}

function toSize(sizes: Readonly<Record<string, unknown>>): Element['properties'] {
  return Object.fromEntries(
    Object.entries(sizes).filter((entry): entry is [string, number] => typeof entry[1] === 'number'),
  );
}
