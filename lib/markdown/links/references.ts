import type { Root } from 'hast';
import type { MdxJsxAttribute, MdxJsxFlowElementHast, MdxJsxTextElementHast } from 'mdast-util-mdx-jsx';
import type { Place } from '../../content/problems';
import { isEngineComponent } from '../compile/own-components';
import { visit } from '../compile/visit';

/** An address that a text names: a link, a file it shows, or what stands for a film until it plays. */
export interface Reference extends Place {
  readonly kind: 'link' | 'file' | 'poster';
  readonly url: string;
  /** Of a file that is shown as an image, whatever its ending. */
  readonly isImage?: boolean;
}

/** Attributes that hold an address, and what it is the address of. */
export const KIND_BY_ATTRIBUTE: Readonly<Record<string, Reference['kind']>> = {
  href: 'link',
  src: 'file',
  poster: 'poster',
};

/** What shows nothing but an image. */
const IMAGES = ['img', 'Figure'];

/** HTML elements whose JSX form goes through the table of components too, so that their addresses are resolved. */
const RESOLVED_ELEMENTS = [
  'a',
  'img',
  'video',
  'audio',
  'source',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'table',
  'blockquote',
];

/** Rehype plugin: lists every address in the text, written as Markdown, HTML or JSX, with its place. */
export function collectReferences({ found }: { found: (reference: Reference) => void }) {
  return (tree: Root) => {
    let place: Place = { line: 1, column: 1 };
    visit(tree, (node) => {
      // rehype-raw gives what it makes itself, such as the box of a task, a position without a start.
      place = node.position?.start ?? place;
      const { line, column } = place;
      const element = node.type === 'element' ? node.tagName : isJsx(node) ? node.name : undefined;
      for (const [name, url] of listAddresses(node)) {
        const kind = KIND_BY_ATTRIBUTE[name];
        const isImage = kind === 'file' && IMAGES.includes(element ?? '');
        if (kind !== undefined) found({ kind, url, line, column, ...(isImage && { isImage }) });
      }
      if (isJsx(node)) passToComponents(node);
    });
  };
}

type Jsx = MdxJsxFlowElementHast | MdxJsxTextElementHast;

function isJsx(node: Root | Root['children'][number]): node is Jsx {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
}

function listAddresses(node: Root | Root['children'][number]): [string, string][] {
  if (node.type === 'element') {
    return Object.entries(node.properties).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    );
  }
  if (!isJsx(node) || isEngineComponent(node, 'CodeBlock')) return [];
  return node.attributes.flatMap((attribute): [string, string][] => {
    const value = attribute.type === 'mdxJsxAttribute' ? textOf(attribute.value) : undefined;
    return attribute.type === 'mdxJsxAttribute' && value !== undefined ? [[attribute.name, value]] : [];
  });
}

/** An attribute's text, written as `src="./a.png"` or as `src={'./a.png'}`. */
export function textOf(value: MdxJsxAttribute['value']): string | undefined {
  if (typeof value === 'string') return value;
  const statement = value?.data?.estree?.body[0];
  if (statement?.type !== 'ExpressionStatement' || statement.expression.type !== 'Literal') return undefined;
  const { value: literal } = statement.expression;
  return typeof literal === 'string' ? literal : undefined;
}

/** MDX leaves elements written as JSX alone; without its mark they are looked up like those of Markdown. */
function passToComponents(node: Jsx): void {
  if (node.name === null || !RESOLVED_ELEMENTS.includes(node.name)) return;
  const data: Record<string, unknown> = { ...node.data };
  delete data._mdxExplicitJsx;
  node.data = data;
}
