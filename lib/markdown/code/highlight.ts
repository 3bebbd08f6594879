import { type Fence, readFence } from './fence';
import { tokenizePlain } from './highlighter';
import { type HtmlLine, idPlaceholder, toHtml, tokensToHtml } from './html';
import { getLanguage } from './languages';
import { countColumns } from './lines';
import { type MarkedCode, markLines } from './mark-lines';
import { packageManagers, translateNpm } from './packages';
import { joinTabs } from './tabs';
import { tokenizeAs, tokenizeLines } from './tokenize-lines';
import type { CodeBlockProps, CodeInput, CodeWarning, HighlightedCode, Token } from './types';
import { findWords } from './words';

/** Columns that fit a frame as wide as the text, and one that reaches into both margins (DESIGN 3b). */
const normalColumns = 68;
const wideColumns = 80;
/** A block with more visible lines is folded. */
const maxLines = 40;
/** Blocks remembered, the newest; enough for the repeats of a build and the edits of an afternoon. */
const maxRemembered = 1000;

const remembered = new Map<string, Promise<HighlightedCode>>();

/**
 * A fenced block as the properties of `<CodeBlock>`, and what its author should know. Never rejects: what
 * cannot be highlighted is plain text with a warning. Without an `id` lines cannot be linked to.
 */
export async function highlightCode({ code, language, meta, id }: CodeInput): Promise<HighlightedCode> {
  const key = JSON.stringify([language ?? '', meta ?? '', code]);
  let result = remembered.get(key);
  if (!result) {
    if (remembered.size >= maxRemembered) remembered.delete(remembered.keys().next().value ?? '');
    result = buildBlock(code, readFence(language ?? '', meta ?? ''));
    remembered.set(key, result);
  }
  const { props, warnings } = await result;
  return { props: withId(props, id), warnings };
}

/** The HTML of inline code in a language, or nothing when the language is not known. */
export async function highlightInline(code: string, language: string): Promise<string | undefined> {
  const known = getLanguage(language);
  if (!known) return undefined;
  const tokens = await tokenizeAs(code.replaceAll(/\s+/g, ' '), known).catch(() => tokenizePlain(code));
  return tokensToHtml(tokens.flat());
}

/** Splits `code{:ts}`; nothing when the text names no language or nothing to highlight. */
export function splitInline(text: string): { code: string; language: string } | undefined {
  const [, code, language] = /^(.*\S)\s*\{:([\w.+#-]+)\}$/s.exec(text) ?? [];
  return code !== undefined && language !== undefined ? { code, language } : undefined;
}

async function buildBlock(code: string, fence: Fence): Promise<HighlightedCode> {
  const { npm, ...rest } = fence.options;
  if (!npm) return await buildSingle(code, fence);
  const variants = packageManagers.map((manager) => ({ manager, code: translateNpm(code, manager) }));
  const single = { ...fence, options: { ...rest, npm: false } };
  if (variants.some((variant) => variant.code === undefined || variant.code === '')) {
    const { props, warnings } = await buildSingle(code, single);
    const message = 'The npm command of this block has no counterpart for pnpm, yarn and bun.';
    return {
      props,
      warnings: [...warnings, { message, advice: 'Remove npm, or write the variants with tab="…".' }],
    };
  }
  const built = await Promise.all(variants.map((variant) => buildSingle(variant.code ?? code, single)));
  const tabs = built.map(({ props }, index) => ({ ...props, tab: packageManagers[index] ?? '' }));
  const { group = 'package-manager' } = fence.options;
  return { props: { ...joinTabs(tabs), group }, warnings: built[0]?.warnings ?? [] };
}

async function buildSingle(code: string, fence: Fence): Promise<HighlightedCode> {
  const marked = markLines(code, fence);
  const warnings: CodeWarning[] = [...fence.warnings, ...marked.warnings];
  let tokens: Token[][];
  try {
    tokens = await tokenizeLines(marked.lines, fence.language);
  } catch (error) {
    tokens = tokenizePlain(marked.lines.map(({ text }) => text).join('\n'));
    const message = `The block could not be highlighted as ${fence.language?.label}: ${String(error)}`;
    warnings.push({ message, advice: 'It is shown plain; another language name may do.' });
  }
  const lines = marked.lines.map((line, index) => toHtmlLine(line, tokens[index] ?? [], fence.options.words));
  for (const word of fence.options.words) {
    if (lines.some((line) => findWords(line.text, [word]).length > 0)) continue;
    warnings.push({
      message: `The word /${word}/ is not in the block.`,
      advice: 'Words are found whole, in one line.',
    });
  }
  return { props: toProps(lines, marked, fence), warnings };
}

function toHtmlLine(line: MarkedCode['lines'][number], tokens: Token[], words: readonly string[]): HtmlLine {
  // The tokens of a terminal recording have lost its escape sequences.
  const text = tokens.map((token) => token.text).join('');
  return { ...line, text, tokens, marks: findWords(text, [...words, ...(line.words ?? [])]) };
}

function toProps(lines: readonly HtmlLine[], { folds, patch }: MarkedCode, fence: Fence): CodeBlockProps {
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
  const columns = Math.max(...lines.map((line) => countColumns((line.prompt ?? '') + line.text)));
  const digits = firstNumber === undefined ? 0 : String(firstNumber + lines.length - 1).length;
  const signs = lines.some(
    ({ change, state }) => (change && !patch) || state === 'error' || state === 'warning',
  );
  const taken = columns + (signs ? 2 : 0) + (digits > 0 ? digits + 2 : 0);
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
    ...((options.wide || (!wrap && taken > normalColumns && taken <= wideColumns)) && { wide: true }),
    ...(!options.open && lines.length - folded > maxLines && { folded: true }),
  };
}

function nameOf(title: string | undefined, label: string | undefined): string {
  const parts = [title, label].filter(Boolean).join(', ');
  return parts ? `Code: ${parts}` : 'Code';
}

function withId(props: CodeBlockProps, given: string | undefined): CodeBlockProps {
  const { id: own, tabs, ...rest } = props;
  const id = own ?? (given === undefined ? undefined : toId(given));
  const html = id === undefined ? dropIds(props.html) : props.html.replaceAll(idPlaceholder, id);
  const variants = tabs?.map((tab, index) =>
    withId(tab, id === undefined ? undefined : `${id}-${index + 1}`),
  );
  return { ...rest, html, ...(id !== undefined && { id }), ...(variants && { tabs: variants }) };
}

function dropIds(html: string): string {
  if (!html.includes(idPlaceholder)) return html;
  return html
    .replaceAll(new RegExp(` id="${idPlaceholder}[^"]*"`, 'g'), '')
    .replaceAll(
      new RegExp(`<a class=no href="#${idPlaceholder}[^"]*" (data-n=\\d+)[^>]*></a>`, 'g'),
      '<span class=no $1></span>',
    );
}

function toId(text: string): string {
  return text.trim().replaceAll(/[^\p{L}\p{N}_-]+/gu, '-') || 'code';
}
