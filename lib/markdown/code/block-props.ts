import { toId } from './block-id';
import type { Fence } from './fence';
import { type HtmlLine, toHtml } from './html';
import { countColumns } from './lines';
import type { MarkedCode } from './mark-lines';
import type { CodeBlockProps } from './types';

/** A block with more visible lines is folded. */
const maxLines = 40;

/** What `<CodeBlock>` is given for one block. */
export function toProps(
  lines: readonly HtmlLine[],
  { folds, patch }: MarkedCode,
  fence: Fence,
): CodeBlockProps {
  const { language, options } = fence;
  const { title, caption, tab, group, showLineNumbers: firstNumber, wrap } = options;
  const html = toHtml(lines, {
    firstNumber,
    linked: options.id !== undefined || firstNumber !== undefined,
    wrap,
    focus: lines.some(({ focused }) => focused),
    folds,
    literalSigns: patch,
  });
  const columns = lines.reduce(
    (most, { prompt = '', text }) => Math.max(most, countColumns(prompt + text)),
    0,
  );
  const digits = firstNumber === undefined ? 0 : String(firstNumber + lines.length - 1).length;
  const signs = lines.some(
    ({ change, state }) => (change && !patch) || state === 'error' || state === 'warning',
  );
  const folded = folds.reduce((sum, { from, to }) => sum + to - from, 0);
  const terminal = language?.kind === 'ansi' || lines.some(({ prompt, output }) => prompt || output);
  return {
    html,
    name: nameOf(title, language?.label),
    lines: lines.length,
    columns,
    ...(options.id !== undefined && { id: toId(options.id) }),
    ...(language && { language: language.id }),
    ...(language?.label && { label: language.label }),
    ...(title !== undefined && { title }),
    ...(caption !== undefined && { caption }),
    ...(tab !== undefined && { tab }),
    ...(group !== undefined && { group }),
    ...(terminal && { terminal }),
    ...(digits > 0 && { digits }),
    ...(signs && { signs }),
    ...(wrap && { wrap }),
    ...(options.wide && { wide: true }),
    ...(!options.open && lines.length - folded > maxLines && { folded: true }),
  };
}

function nameOf(title: string | undefined, label: string | undefined): string {
  return [title, label].filter(Boolean).join(', ');
}
