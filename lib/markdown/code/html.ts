import { idPlaceholder } from './block-id';
import { classOf, createWriter, escapeText, type HtmlWriter } from './html-writer';
import type { CodeLine } from './lines';
import type { LineRange } from './ranges';
import type { Token } from './types';
import type { Span } from './words';

export interface HtmlLine extends CodeLine {
  readonly tokens: readonly Token[];
  readonly marks: readonly Span[];
}

export interface HtmlOptions {
  /** Number of the first line; without it lines are not numbered. */
  readonly firstNumber?: number | undefined;
  /** Lines have ids, and their numbers are links; the first is in the tab order, for the others there are arrow keys. */
  readonly linked: boolean;
  /** Lines are blocks with a class for their indent, so that they can hang. */
  readonly wrap: boolean;
  /** Some line is in focus: the others are dimmed. */
  readonly focus: boolean;
  readonly folds: readonly LineRange[];
  /** Signs are part of the text (a patch), so changes get classes instead of `<ins>` and `<del>`. */
  readonly literalSigns: boolean;
}

/**
 * The inside of `<code>`. What a reader copies is its text without `<del>`, `<samp>` and `.p`. Lines that need
 * no wrapper have none; a wrapped line contains its line break, so that text and selection stay whole.
 */
export function toHtml(lines: readonly HtmlLine[], options: HtmlOptions): string {
  const writer = createWriter();
  let around: Around = { fold: undefined, dim: false, output: false };
  lines.forEach((line, index) => {
    const next = aroundOf(line, index, options);
    if (next.fold !== around.fold || next.dim !== around.dim || next.output !== around.output) {
      writer.raw(closeAround(around) + openAround(next, around.fold));
      around = next;
    }
    const wrapper = wrapperOf(line, index, options);
    if (wrapper) writer.raw(wrapper.open);
    if (line.prompt) writer.raw(`<span class=p>${escapeText(line.prompt)}</span>`);
    writeTokens(writer, line);
    if (wrapper || index < lines.length - 1) writer.text('\n', '');
    if (wrapper) writer.raw(wrapper.close);
  });
  writer.raw(closeAround(around));
  return writer.end();
}

interface Around {
  readonly fold: LineRange | undefined;
  readonly dim: boolean;
  readonly output: boolean;
}

function aroundOf(line: HtmlLine, index: number, { folds, focus }: HtmlOptions): Around {
  const fold = folds.find(({ from, to }) => from <= index + 1 && index + 1 <= to);
  return { fold, dim: focus && !line.focused, output: line.output ?? false };
}

function openAround({ fold, dim, output }: Around, open: LineRange | undefined): string {
  return [
    fold && fold !== open && `<input type=checkbox class=fold data-lines=${fold.to - fold.from + 1}>`,
    fold && '<span class=folded>',
    dim && '<span class=dim>',
    output && '<samp>',
  ]
    .filter(Boolean)
    .join('');
}

function closeAround({ fold, dim, output }: Around): string {
  return (output ? '</samp>' : '') + (dim ? '</span>' : '') + (fold ? '</span>' : '');
}

function wrapperOf(line: HtmlLine, index: number, options: HtmlOptions) {
  const { firstNumber, linked, wrap, literalSigns } = options;
  const element = elementOf(line, literalSigns);
  const numbered = firstNumber !== undefined;
  if (element === 'span' && !line.change && !numbered && !linked && !wrap) return undefined;
  const classes = ['l'];
  if (line.change) classes.push(line.change === 'added' ? 'ad' : 'de');
  if (line.state === 'error') classes.push('er');
  if (line.state === 'warning') classes.push('wa');
  if (wrap) classes.push(`i${Math.min(12, Math.floor(indentOf(line.text) / 2))}`);
  const number = (firstNumber ?? 1) + index;
  const id = `${idPlaceholder}-L${number}`;
  const counter = !numbered
    ? ''
    : linked
      ? `<a class=no href="#${id}" data-n=${number}${index > 0 ? ' tabindex=-1' : ''}></a>`
      : `<span class=no data-n=${number}></span>`;
  const name = classes.length > 1 ? `"${classes.join(' ')}"` : 'l';
  return {
    open: `<${element} class=${name}${linked ? ` id="${id}"` : ''}>${counter}`,
    close: `</${element}>`,
  };
}

function elementOf(line: HtmlLine, literalSigns: boolean): 'del' | 'ins' | 'mark' | 'span' {
  if (line.change && !literalSigns) return line.change === 'removed' ? 'del' : 'ins';
  return line.state ? 'mark' : 'span';
}

function indentOf(text: string): number {
  const indent = /^[ \t]*/.exec(text)?.[0] ?? '';
  return indent.replaceAll('\t', '    ').length;
}

function writeTokens(writer: HtmlWriter, { tokens, marks }: HtmlLine): void {
  let at = 0;
  let open = false;
  const edges = marks.flatMap(({ from, to }) => [from, to]);
  for (const token of tokens) {
    let text = token.text;
    while (text !== '') {
      while (edges.length > 0 && edges[0] === at) {
        writer.raw(open ? '</mark>' : '<mark>');
        open = !open;
        edges.shift();
      }
      const length = Math.min(text.length, (edges[0] ?? Number.POSITIVE_INFINITY) - at);
      writer.text(text.slice(0, length), classOf(token));
      text = text.slice(length);
      at += length;
    }
  }
  if (open) writer.raw('</mark>');
}
