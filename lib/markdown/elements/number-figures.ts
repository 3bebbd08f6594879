import { slug } from 'github-slugger';
import type { Element, Root, Text } from 'hast';
import type { MdxJsxFlowElementHast, MdxJsxTextElementHast } from 'mdast-util-mdx-jsx';
import { SKIP, visit } from '../compile/visit';
import { textOf } from '../links/references';

type Jsx = MdxJsxFlowElementHast | MdxJsxTextElementHast;
type Node = Element | Jsx;

/** What can have a caption, and the attribute that is it; a `figure` of HTML has an element instead. */
const CAPTIONS: Readonly<Record<string, string>> = {
  img: 'title',
  video: 'title',
  Figure: 'title',
  Diagram: 'caption',
};

/**
 * Rehype plugin: numbers what has a caption, "Figure 2. …", and gives it an id: its own, or the name of its file, so that
 * `![…](pipeline.png "…")` is `#figure-pipeline`. A link to it without words, `[](#figure-pipeline)`, gets its name.
 * `label` is that name, with `{number}` in it.
 */
export function numberFigures({ label }: { label: string }) {
  return (tree: Root) => {
    const names = new Map<string, string>();
    let number = 0;
    visit(tree, (node) => {
      if (!isNode(node)) return undefined;
      const caption = findCaption(node);
      if (!caption) return isFigure(node) ? SKIP : undefined;
      number += 1;
      const name = label.replace('{number}', String(number));
      caption.prepend(`${name}. `);
      names.set(giveId(node, number, names), name);
      return SKIP;
    });
    if (names.size > 0) nameLinks(tree, names);
  };
}

function isNode(node: Root | Root['children'][number]): node is Node {
  return node.type === 'element' || node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
}

function nameOf(node: Node): string {
  return (node.type === 'element' ? node.tagName : node.name) ?? '';
}

function isFigure(node: Node): boolean {
  return nameOf(node) === 'figure';
}

function findCaption(node: Node): { prepend: (text: string) => void } | undefined {
  if (isFigure(node)) return findCaptionElement(node);
  const attribute = CAPTIONS[nameOf(node)];
  const caption = attribute === undefined ? undefined : readAttribute(node, attribute);
  if (attribute === undefined || caption === undefined || caption.trim() === '') return undefined;
  return { prepend: (text) => writeAttribute(node, attribute, text + caption) };
}

function findCaptionElement({ children }: Node): ReturnType<typeof findCaption> {
  const caption = (children as Root['children']).find(
    (child) => isNode(child) && nameOf(child) === 'figcaption',
  );
  if (!caption || !isNode(caption)) return undefined;
  const inside = caption.children as (Root['children'][number] | Text)[];
  return { prepend: (value) => inside.unshift({ type: 'text', value }) };
}

/** The id of a figure; where it has none, one from its file or its number that no figure before it has. */
function giveId(node: Node, number: number, taken: ReadonlyMap<string, string>): string {
  const own = readAttribute(node, 'id');
  if (own !== undefined && own !== '') return own;
  const file = fileNameOf(readAttribute(node, 'src') ?? '');
  const byFile = `figure-${slug(file)}`;
  const id = file === '' || taken.has(byFile) ? `figure-${number}` : byFile;
  writeAttribute(node, 'id', id);
  return id;
}

/** Without its folder and its ending. */
function fileNameOf(address: string): string {
  const file = /([^/?#]*)(?:[?#].*)?$/.exec(address)?.[1] ?? '';
  return decode(file.replace(/\.\w+$/, ''));
}

function readAttribute(node: Node, name: string): string | undefined {
  if (node.type === 'element') {
    const value = node.properties[name];
    return typeof value === 'string' ? value : undefined;
  }
  const attribute = node.attributes.find((one) => one.type === 'mdxJsxAttribute' && one.name === name);
  return attribute?.type === 'mdxJsxAttribute' ? textOf(attribute.value) : undefined;
}

function writeAttribute(node: Node, name: string, value: string): void {
  if (node.type === 'element') {
    node.properties[name] = value;
    return;
  }
  const others = node.attributes.filter((one) => one.type !== 'mdxJsxAttribute' || one.name !== name);
  node.attributes = [...others, { type: 'mdxJsxAttribute', name, value }];
}

function nameLinks(tree: Root, names: ReadonlyMap<string, string>): void {
  visit(tree, (node) => {
    if (!isNode(node) || nameOf(node) !== 'a' || node.children.length > 0) return;
    const href = readAttribute(node, 'href') ?? '';
    const value = href.startsWith('#') ? names.get(decode(href.slice(1))) : undefined;
    if (value !== undefined) (node.children as Text[]).push({ type: 'text', value });
  });
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
