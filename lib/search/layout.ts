import type { Manifest } from './index-format';

/** Which sections belong to which post. */
export interface Layout {
  readonly postOfSection: readonly number[];
  readonly firstSections: readonly number[];
}

export function toLayout({ sections }: Manifest): Layout {
  return {
    postOfSection: sections.flatMap((count, post) => Array<number>(count).fill(post)),
    firstSections: toStarts(sections),
  };
}

/** Where each of several stretches in a row begins. */
export function toStarts(counts: readonly number[]): number[] {
  let next = 0;
  return counts.map((count) => {
    next += count;
    return next - count;
  });
}
