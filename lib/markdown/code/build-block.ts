import type { ProblemInBlock } from '../../content/problems';
import { toProps } from './block-props';
import type { Fence } from './fence';
import { tokenizePlain } from './highlighter';
import type { HtmlLine } from './html';
import { type MarkedCode, markLines } from './mark-lines';
import { packageManagers, translateNpm } from './packages';
import { joinTabs } from './tabs';
import { tokenizeLines } from './tokenize-lines';
import type { HighlightedCode, Token } from './types';
import { warn } from './warn';
import { findWords } from './words';

/** A block, or its variants for each package manager, with `idPlaceholder` where its id belongs. */
export async function buildBlock(code: string, fence: Fence): Promise<HighlightedCode> {
  const { npm, ...rest } = fence.options;
  if (!npm) return await buildSingle(code, fence);
  const variants = packageManagers.map((manager) => ({ manager, code: translateNpm(code, manager) }));
  const single = { ...fence, options: { ...rest, npm: false } };
  if (variants.some((variant) => variant.code === undefined || variant.code === '')) {
    const { props, warnings } = await buildSingle(code, single);
    const message = 'The npm command of this block has no counterpart for pnpm, yarn and bun.';
    return {
      props,
      warnings: [...warnings, warn(message, 'Remove npm, or write the variants with tab="…".')],
    };
  }
  const built = await Promise.all(variants.map((variant) => buildSingle(variant.code ?? code, single)));
  const tabs = built.map(({ props }, index) => ({ ...props, tab: packageManagers[index] ?? '' }));
  const { group = 'package-manager' } = fence.options;
  return { props: { ...joinTabs(tabs), group }, warnings: built[0]?.warnings ?? [] };
}

async function buildSingle(code: string, fence: Fence): Promise<HighlightedCode> {
  const marked = markLines(code, fence);
  const warnings: ProblemInBlock[] = [...fence.warnings, ...marked.warnings];
  let tokens: Token[][];
  try {
    tokens = await tokenizeLines(marked.lines, fence.language);
  } catch (error) {
    tokens = tokenizePlain(marked.lines.map(({ text }) => text).join('\n'));
    const message = `The block could not be highlighted as ${fence.language?.label}: ${String(error)}`;
    warnings.push(warn(message, 'It is shown plain; another language name may do.'));
  }
  const lines = marked.lines.map((line, index) => toHtmlLine(line, tokens[index] ?? [], fence.options.words));
  for (const word of fence.options.words) {
    if (lines.some((line) => findWords(line.text, [word]).length > 0)) continue;
    warnings.push(warn(`The word /${word}/ is not in the block.`, 'Words are found whole, in one line.'));
  }
  return { props: toProps(lines, marked, fence), warnings };
}

function toHtmlLine(line: MarkedCode['lines'][number], tokens: Token[], words: readonly string[]): HtmlLine {
  // The tokens of a terminal recording have lost its escape sequences.
  const text = tokens.map((token) => token.text).join('');
  return { ...line, text, tokens, marks: findWords(text, [...words, ...(line.words ?? [])]) };
}
