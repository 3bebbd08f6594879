import type { Blockquote, Paragraph, Root, Text } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import type { VFile } from 'vfile';
import { suggest } from '../../content/suggest';
import { isEngineComponent } from '../compile/own-components';
import type { Report } from '../compile/report';
import { visit } from '../compile/visit';

const KINDS = ['note', 'tip', 'important', 'warning', 'caution'];

/**
 * Remark plugin: a quotation that opens with `[!NOTE]` is marked as a callout, by `data-callout`. Text after the mark
 * belongs to the callout. An unknown kind is reported and stays a quotation.
 */
export function markAlerts({ report }: { report: Report }) {
  return (tree: Root, file: VFile) => {
    visit(tree, 'mdxJsxFlowElement', (node) => {
      const kind = isEngineComponent(node, 'Callout') ? readKind(node) : undefined;
      if (kind === undefined || KINDS.includes(kind)) return;
      const place = node.position?.start ?? { line: 1, column: 1 };
      const close = suggest(kind, KINDS);
      const remedy = close === undefined ? `Kinds are ${KINDS.join(', ')}.` : `Did you mean kind="${close}"?`;
      const message = kind ? `There is no callout of the kind "${kind}".` : 'This callout has no kind.';
      report(place, 'error', message, remedy);
    });
    visit(tree, 'blockquote', (quote) => {
      const paragraph = quote.children[0];
      const text = paragraph?.type === 'paragraph' ? paragraph.children[0] : undefined;
      if (paragraph?.type !== 'paragraph' || text?.type !== 'text') return;
      const [mark, name] = /^\[!([\p{L}-]+)\][-+]?\s*/u.exec(text.value) ?? [];
      if (mark === undefined || name === undefined || isEscaped(text, String(file))) return;
      const kind = name.toLowerCase();
      if (!KINDS.includes(kind)) {
        const place = text.position?.start ?? { line: 1, column: 1 };
        report(place, 'warning', `There is no callout [!${name}].`, toRemedy(kind));
        return;
      }
      text.value = text.value.slice(mark.length);
      dropOpening(quote, paragraph);
      quote.data = { ...quote.data, hProperties: { dataCallout: kind } };
    });
  };
}

/** The kind of a `<Callout>`: empty where it has none, undefined where it is known only when the text is rendered. */
function readKind({ attributes }: MdxJsxFlowElement): string | undefined {
  let kind: string | undefined = '';
  for (const attribute of attributes) {
    if (attribute.type === 'mdxJsxExpressionAttribute') kind = undefined;
    else if (attribute.name === 'kind')
      kind = typeof attribute.value === 'string' ? attribute.value : undefined;
  }
  return kind;
}

function isEscaped({ position }: Text, source: string): boolean {
  return source[position?.start.offset ?? -1] === '\\';
}

function toRemedy(kind: string): string {
  const close = suggest(kind, KINDS);
  const kinds = KINDS.map((known) => `[!${known.toUpperCase()}]`).join(', ');
  return close === undefined
    ? `Callouts are ${kinds}; write \\[ for a bracket that is text.`
    : `Did you mean [!${close.toUpperCase()}]?`;
}

/** Takes away what the mark has left empty: its text, the break after it, its paragraph. */
function dropOpening(quote: Blockquote, paragraph: Paragraph): void {
  const first = paragraph.children[0];
  if (first?.type === 'text' && first.value === '') paragraph.children.shift();
  if (paragraph.children[0]?.type === 'break') paragraph.children.shift();
  if (paragraph.children.length === 0) quote.children.shift();
}
