import type { Element, ElementContent, Parents, Root, Text } from 'hast';
import { toString as toText } from 'hast-util-to-string';
import type { Root as MdastRoot, Paragraph } from 'mdast';
import type { InlineMath, Math as MathBlock } from 'mdast-util-math';
import type { VFile } from 'vfile';
import type { Report } from '../compile/report';
import { SKIP, visit } from '../compile/visit';
import { toBlockComponent, toInlineComponent } from '../render/to-component';
import { hasWords } from './words-in-formula';

/** Remark plugin: `$$x$$` alone in its paragraph is a formula on a line of its own, as on GitHub. */
export function displayLoneMath() {
  return (tree: MdastRoot, file: VFile) => {
    visit(tree, 'paragraph', (paragraph, index, parent) => {
      const math = findLoneMath(paragraph, String(file));
      if (math && parent && index !== undefined) parent.children[index] = toMathBlock(math);
    });
  };
}

/** Rehype plugin: writes formulas as MathML. TeX that cannot be read is reported at its line. */
export function renderMath({ report }: { report: Report }) {
  return async (tree: Root) => {
    const found = listFormulas(tree);
    if (found.length === 0) return;
    const { default: temml } = await import('temml');
    for (const { node, code, parent } of found) {
      const tex = toText(code).replace(/\n$/, '');
      const isDisplay = node !== code;
      const start = node.position?.start ?? { line: 1, column: 1 };
      if (!isDisplay && hasWords(tex))
        report(start, 'warning', `"$${tex}$" is read as a formula.`, WORDS_REMEDY);
      const html = renderFormula(temml, tex, isDisplay, (message, line) => {
        const place = isDisplay ? { line: start.line + line + 1, column: 1 } : start;
        report(place, 'error', `This formula cannot be set: ${message}.`, REMEDY);
      });
      const make = isDisplay ? toBlockComponent : toInlineComponent;
      const formula = make('Formula', { html, display: isDisplay || undefined }, [
        { type: 'text', value: tex },
      ]);
      parent.children[parent.children.indexOf(node)] = formula;
      if (!isDisplay) keepTogether(formula, parent);
    }
  };
}

/** WebKit ends a line between a formula and its comma or bracket: what touches it shares an element that keeps to one line. */
function keepTogether(formula: ElementContent, { children }: Parents): void {
  const at = children.indexOf(formula);
  const opening = takeFrom(children[at - 1], /["'\p{Ps}\p{Pi}]+$/u);
  const closing = takeFrom(children[at + 1], /^\p{P}+/u);
  if (opening.length + closing.length === 0) return;
  const properties = { className: ['unbroken'] };
  const parts = [...opening, formula, ...closing];
  children[at] = { type: 'element', tagName: 'span', properties, children: parts };
}

/** Cuts off what a text begins or ends with, as a text of its own. */
function takeFrom(node: Parents['children'][number] | undefined, edge: RegExp): Text[] {
  if (node?.type !== 'text') return [];
  const [value] = edge.exec(node.value) ?? [];
  if (value === undefined) return [];
  node.value = node.value.replace(edge, '');
  return [{ type: 'text', value }];
}

const REMEDY = 'Correct the TeX, or write \\$ for a dollar sign that is text.';

const WORDS_REMEDY = 'Write \\$ for a dollar sign that is text, and \\text{…} around words of a formula.';

interface Formula {
  /** The block of a formula on a line of its own, else the same as `code`. */
  readonly node: Element;
  readonly code: Element;
  readonly parent: Parents;
}

function listFormulas(tree: Root): Formula[] {
  const found: Formula[] = [];
  visit(tree, 'element', (node, _index, parent) => {
    const only = node.tagName === 'pre' ? node.children[0] : undefined;
    const code = only?.type === 'element' ? only : node;
    const names = code.properties.className;
    if (code.tagName !== 'code' || !parent || !Array.isArray(names)) return undefined;
    const isMath = node === code ? names.includes('math-inline') : names.includes('language-math');
    if (!isMath) return undefined;
    found.push({ node, code, parent });
    return SKIP;
  });
  return found;
}

type Temml = typeof import('temml').default;

function renderFormula(
  temml: Temml,
  tex: string,
  displayMode: boolean,
  fail: (message: string, line: number) => void,
): string {
  try {
    const html = temml.renderToString(tex, { displayMode, throwOnError: true, trust: false });
    if (html.includes('<menclose')) fail('\\cancel and its kin have no form in MathML Core', 0);
    return cleanMathMl(html);
  } catch (error) {
    const { message, position = 0 } = error as { message: string; position?: number };
    const [reason = ''] = message.trim().split(/\s+at (?:position \d+|end of input)/);
    fail(
      reason.replace(/^./, (letter) => letter.toLowerCase()),
      tex.slice(0, position).split('\n').length - 1,
    );
    return '';
  }
}

/** The inside of `<math>` without style attributes; colours become the attribute that MathML has for them. */
function cleanMathMl(html: string): string {
  return html
    .replace(/^<math[^>]*>|<\/math>$/g, '')
    .replace(/ style="([^"]*)"/g, (_match, style: string) => {
      const color = /(?:^|;)color:([^;]+)/.exec(style)?.[1];
      return color === undefined ? '' : ` mathcolor="${color}"`;
    })
    .replace(/ class="([^"]*)"/g, (match, names: string) => (KEPT.test(names) ? match : ''));
}

/** The classes that our style sheet knows. */
const KEPT = /\btml-(?:right|left|jot|tag|tageqn)\b/;

function findLoneMath({ children }: Paragraph, source: string): InlineMath | undefined {
  const [only, ...others] = children;
  if (only?.type !== 'inlineMath' || others.length > 0) return undefined;
  return source.startsWith('$$', only.position?.start.offset) ? only : undefined;
}

function toMathBlock({ value, position }: InlineMath): MathBlock {
  const code: Element = {
    type: 'element',
    tagName: 'code',
    properties: { className: ['language-math', 'math-display'] },
    children: [{ type: 'text', value }],
  };
  const block: MathBlock = { type: 'math', value, data: { hName: 'pre', hChildren: [code] } };
  // The formula starts on the line of its own dollar signs.
  if (position) block.position = { ...position, start: { ...position.start, line: position.start.line - 1 } };
  return block;
}
