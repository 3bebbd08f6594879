import { tokenizeAnsi } from './ansi';
import { tokenizeCode, tokenizePlain } from './highlighter';
import type { Language } from './languages';
import type { CodeLine } from './lines';
import type { Token } from './types';

/**
 * The tokens of each line, in one pass over all that is code; what a program printed is read for colours only.
 * Rejects when the language's grammar fails.
 */
export async function tokenizeLines(lines: readonly CodeLine[], language?: Language): Promise<Token[][]> {
  const code = await tokenizeAs(joinLines(lines, false), language);
  if (!lines.some(({ output }) => output)) return code;
  const printed = tokenizeAnsi(joinLines(lines, true));
  let codeAt = 0;
  let printedAt = 0;
  return lines.map(({ output }) => (output ? printed[printedAt++] : code[codeAt++]) ?? []);
}

/** The tokens of each line of a text in a language. */
export async function tokenizeAs(code: string, language?: Language): Promise<Token[][]> {
  if (language?.kind === 'ansi') return tokenizeAnsi(code);
  if (!language || language.kind === 'plain') return tokenizePlain(code);
  return await tokenizeCode(code, language.id);
}

function joinLines(lines: readonly CodeLine[], output: boolean): string {
  return lines
    .filter((line) => (line.output ?? false) === output)
    .map(({ text }) => text)
    .join('\n');
}
