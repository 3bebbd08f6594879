import type { DocumentText } from '../../content/content-index';
import { type Place, placeAt } from '../../content/problems';
import type { CompiledText } from '../compile/compile';
import { tryText } from '../render/dry-run';
import type { Reference } from './references';

/**
 * Every address of a text: those it spells in Markdown, HTML and JSX, and those that its author's code hands to an
 * element: spread, computed, or within an expression. These stand where their words are found in the text, or where the
 * code is that makes them.
 */
export async function listReferences(
  compiled: CompiledText,
  { body, bodyLine }: Pick<DocumentText, 'body' | 'bodyLine'>,
): Promise<readonly Reference[]> {
  const { references } = compiled;
  if (!compiled.hasExpressions) return references;
  const { addresses } = await tryText(compiled);
  const spelled = new Set(references.map(({ kind, url }) => `${kind} ${url}`));
  const made = addresses.filter(({ kind, url }) => !spelled.has(`${kind} ${url}`));
  return [
    ...references,
    ...made.map((address) => ({ ...address, ...findWords(address.url, body, bodyLine) })),
  ];
}

function findWords(url: string, body: string, bodyLine: number): Place | undefined {
  const at = body.indexOf(url);
  if (at === -1) return undefined;
  const { line, column } = placeAt(body, at);
  return { line: line + bodyLine - 1, column };
}
