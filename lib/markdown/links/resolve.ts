import type { ContentIndex, DocumentText } from '../../content/content-index';
import type { ProblemInFile } from '../../content/problems';
import { resolveTarget, type Target } from './links';
import type { Reference } from './references';

/** An address of a body and what it stands for. */
export interface ResolvedReference extends Reference {
  readonly target: Target;
}

/** Decides every address of a body: pages of the site, files beside the document, and what is missing. */
export function resolveReferences(
  references: readonly Reference[],
  document: DocumentText,
  index: ContentIndex,
): ResolvedReference[] {
  return references.map((reference) => ({
    ...reference,
    target: resolveTarget(reference.url, document, index),
  }));
}

/** An error for each address that leads nowhere. */
export function checkTargets(references: readonly ResolvedReference[]): ProblemInFile[] {
  return references.flatMap(({ kind, url, line, column, target }) => {
    if (target.kind !== 'missing') return [];
    const what = kind === 'link' ? `The link "${url}" leads nowhere` : `The file "${url}" is missing`;
    const guess = target.guess === undefined ? '' : ` Did you mean "${target.guess}"?`;
    const remedy = url.startsWith('@/')
      ? 'An address with @ is one of Zola: write the path from this file, ../other-post.md.'
      : 'Relative addresses start at the folder of the post; put the file there or correct the name.';
    return [{ line, column, severity: 'error', message: `${what}.${guess}`, remedy }];
  });
}
