import type { Root } from 'hast';
import { isEngineComponent } from './own-components';
import type { Report } from './report';
import { visit } from './visit';

interface Options {
  /** The text as the compiler got it, to distinguish `![](x)` from `<img alt="">`. */
  readonly source: string;
  readonly report: Report;
  readonly foundAnchor: (id: string) => void;
}

/**
 * Rehype plugin: lists the ids that links can lead to, and reports what readers with a screen reader would miss:
 * images without alternative text, and headings that skip a level. Runs after the headings have their ids.
 */
export function surveyText({ source, report, foundAnchor }: Options) {
  return (tree: Root) => {
    let depth = 1;
    visit(tree, (node) => {
      const element = toElement(node);
      if (!element) return;
      const { id, name } = element.attributes;
      for (const anchor of [id, element.blockId, element.name === 'a' ? name : undefined]) {
        if (typeof anchor === 'string' && anchor !== '') foundAnchor(anchor);
      }
      const place = node.position?.start;
      const level = Number(/^h([1-6])$/.exec(element.name)?.[1] ?? 0);
      if (level > 0 && place && id !== 'footnote-label') {
        if (level > depth + 1) report(place, 'warning', describeSkip(depth, level), SKIP_REMEDY);
        depth = level;
      }
      if (element.isImage && place && lacksAlt(element, source, place.offset)) {
        report(place, 'warning', 'This image has no alternative text.', ALT_REMEDY);
      }
    });
  };
}

const SKIP_REMEDY = 'Use the level in between: readers of screen readers find their way by these.';
const ALT_REMEDY =
  'Say in a few words what it shows: ![A lighthouse at dusk](./lighthouse.jpg). For mere ornament write <img alt="">.';

interface ElementFacts {
  readonly name: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  /** The name that a code block gives itself: `id="setup"` after its language. */
  readonly blockId?: string | undefined;
  readonly isImage: boolean;
  /** True where attributes are not known before the text is rendered: `{...props}`. */
  readonly isOpen: boolean;
}

function toElement(node: Root | Root['children'][number]): ElementFacts | undefined {
  if (node.type === 'element') {
    const { meta } = (node.data ?? {}) as { meta?: string | null };
    const [, , blockId] = /(?:^|\s)id=(["']?)([^"'\s]+)\1/.exec(meta ?? '') ?? [];
    const isImage = node.tagName === 'img';
    return { name: node.tagName, attributes: node.properties, blockId, isImage, isOpen: false };
  }
  if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return undefined;
  const named = node.attributes.filter((attribute) => attribute.type === 'mdxJsxAttribute');
  return {
    name: node.name ?? '',
    isImage: node.name === 'img' || isEngineComponent(node, 'Figure'),
    attributes: Object.fromEntries(named.map(({ name, value }) => [name, value])),
    isOpen: named.length < node.attributes.length,
  };
}

/** An empty text given on purpose, in HTML or JSX, says that there is nothing to describe. */
function lacksAlt({ attributes, isOpen }: ElementFacts, source: string, offset = -1): boolean {
  if (isOpen || attributes.ariaHidden === 'true' || attributes['aria-hidden'] === 'true') return false;
  const { alt } = attributes;
  if (alt === undefined) return true;
  if (typeof alt !== 'string' || alt.trim() !== '') return false;
  return source.startsWith('![', offset);
}

function describeSkip(from: number, to: number): string {
  const before = from === 1 ? 'the title' : `a heading of level ${from}`;
  return `This heading skips a level: level ${to} follows ${before}.`;
}
