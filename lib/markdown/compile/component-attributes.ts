import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { suggest } from '../../content/suggest';
import type { Report } from './report';

/** What the components of the engine read; an image takes what HTML gives an `img`, too. */
const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  Callout: ['kind'],
  Embed: ['url', 'title'],
  Figure: [
    ...['src', 'alt', 'title', 'id', 'width', 'height', 'loading', 'decoding', 'srcSet', 'sizes'],
    ...['className', 'style', 'lang', 'dir', 'crossOrigin', 'referrerPolicy', 'fetchPriority'],
  ],
};

/** How components of other engines name the same. */
const MEANT: Readonly<Record<string, string>> = {
  caption: 'title',
  type: 'kind',
  href: 'url',
  class: 'className',
};

/** Reports attributes that a component of the engine does not read: what they say would get lost. */
export function reportAttributes(node: MdxJsxFlowElement | MdxJsxTextElement, report: Report): void {
  const known = ATTRIBUTES[node.name ?? ''];
  if (!known || !node.position) return;
  for (const attribute of node.attributes) {
    if (attribute.type !== 'mdxJsxAttribute' || /^(?:data|aria)-|^key$/.test(attribute.name)) continue;
    if (known.includes(attribute.name)) continue;
    const meant = [MEANT[attribute.name], suggest(attribute.name, known)].find(
      (name) => name !== undefined && known.includes(name),
    );
    const place = attribute.position?.start ?? node.position.start;
    report(
      place,
      'warning',
      `<${node.name}> does not read "${attribute.name}".`,
      meant ? `Did you mean ${meant}?` : `It reads ${known.slice(0, 3).join(', ')}.`,
    );
  }
}
