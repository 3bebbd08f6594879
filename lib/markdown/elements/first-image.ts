import type { Element, Root, RootContent } from 'hast';
import type { MdxJsxAttribute, MdxJsxFlowElementHast, MdxJsxTextElementHast } from 'mdast-util-mdx-jsx';
import { isEngineComponent } from '../compile/own-components';
import { EXIT, visit } from '../compile/visit';

/** So many blocks of text may stand above an image that is seen before a reader scrolls. */
const MAX_ABOVE = 1;

const AT_ONCE = { loading: 'eager', fetchPriority: 'high' } as const;

/** Rehype plugin: the first image of a text is fetched at once where it stands before the second paragraph. */
export function prioritizeFirstImage() {
  return (tree: Root) => {
    let above = 0;
    for (const block of tree.children) {
      const image = findImage(block);
      if (image) {
        prioritize(image);
        return;
      }
      if (block.type === 'element' || block.type === 'mdxJsxFlowElement') above += 1;
      if (above > MAX_ABOVE) return;
    }
  };
}

type Jsx = MdxJsxFlowElementHast | MdxJsxTextElementHast;

function findImage(block: RootContent): Element | Jsx | undefined {
  let found: Element | Jsx | undefined;
  visit(block, (node) => {
    if (node.type === 'element' && node.tagName === 'img') found = node;
    if (isJsx(node) && (node.name === 'img' || isEngineComponent(node, 'Figure'))) found = node;
    return found ? EXIT : undefined;
  });
  return found;
}

function prioritize(image: Element | Jsx): void {
  if (image.type === 'element') {
    image.properties = { ...AT_ONCE, ...image.properties };
    return;
  }
  // What the author says about it comes later, and wins.
  const said = Object.entries(AT_ONCE).map(
    ([name, value]): MdxJsxAttribute => ({ type: 'mdxJsxAttribute', name, value }),
  );
  image.attributes.unshift(...said);
}

function isJsx(node: RootContent | Root): node is Jsx {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
}
