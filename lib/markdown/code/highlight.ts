import { createProcessCache } from '../../cache/process-cache';
import { withId } from './block-id';
import { buildBlock } from './build-block';
import { readFence } from './fence';
import { tokenizePlain } from './highlighter';
import { tokensToHtml } from './html-writer';
import { getLanguage } from './languages';
import { tokenizeAs } from './tokenize-lines';
import type { CodeInput, HighlightedCode } from './types';

/** The newest blocks: enough for the repeats of a build and the edits of an afternoon. */
const cache = createProcessCache<string, Promise<HighlightedCode>>('highlighted code', { max: 1000 });

/**
 * A fenced block as the properties of `<CodeBlock>`, and what its author should know. Never rejects: what
 * cannot be highlighted is plain text with a warning. Without an `id` lines cannot be linked to.
 */
export async function highlightCode({ code, language, meta, id }: CodeInput): Promise<HighlightedCode> {
  const key = JSON.stringify([language ?? '', meta ?? '', code]);
  const block = cache.getOrCreate(key, () => buildBlock(code, readFence(language ?? '', meta ?? '')));
  const { props, warnings } = await block;
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
