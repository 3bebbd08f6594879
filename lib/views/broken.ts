import type { BrokenDocument, ContentIndex } from '../content/content-index';
import type { Problem } from '../content/problems';

/** A document that cannot be shown, and why. In development only: a build stops at it before. */
export interface BrokenView {
  readonly title: string;
  readonly problems: readonly Problem[];
}

/** The view of a broken document; undefined where it is sound, or there is none. */
export function viewBroken(
  { broken }: ContentIndex,
  kind: BrokenDocument['kind'],
  slug: string,
): BrokenView | undefined {
  const found = broken.find((document) => document.kind === kind && document.slug === slug);
  return found && { title: found.slug, problems: found.problems };
}

/** Every error of the content that keeps something from being shown. */
export function viewErrors({ problems }: ContentIndex): readonly Problem[] {
  return problems.filter(({ severity }) => severity === 'error');
}
