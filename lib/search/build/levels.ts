import type { Post } from '../../content/types';
import { CODE_LINE, type TextSection } from '../index-format';
import { tokenize } from '../tokens';

/** Terms of a section, each with its level (see `LEVEL_WEIGHTS`). */
export type SectionTerms = ReadonlyMap<string, number>;

/** A part of a name (`effect` in `useEffect`) counts as so much of a word. */
const PART_COUNT = 0.35;
/** Terms of a section of ordinary length; longer ones need more of a word for the same level. */
const USUAL_LENGTH = 120;

const DESCRIPTION = 4;
const TAG = 5;
const HEADING = 6;
const TITLE = 7;
const PART_IN_NAMES = 4;

/** The terms of each section of a post. Title, description and tags belong to the first. */
export function toSectionTerms(
  post: Pick<Post, 'title' | 'description' | 'tags'>,
  sections: readonly TextSection[],
): SectionTerms[] {
  return sections.map(({ heading, lines }, index) => {
    const terms = toBodyLevels(lines);
    if (index === 0) {
      raise(terms, post.description, DESCRIPTION);
      raise(terms, post.tags.map(({ label }) => label).join('\n'), TAG);
      raise(terms, post.title, TITLE);
    }
    raise(terms, heading, HEADING);
    return terms;
  });
}

function toBodyLevels(lines: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  let length = 0;
  for (const line of lines) {
    for (const { term, isPart } of tokenize(line.startsWith(CODE_LINE) ? line.slice(1) : line)) {
      counts.set(term, (counts.get(term) ?? 0) + (isPart ? PART_COUNT : 1));
      length += 1;
    }
  }
  const damping = 0.6 + (0.6 * length) / USUAL_LENGTH;
  for (const [term, count] of counts)
    counts.set(term, Math.min(3, Math.floor((4 * count) / (count + damping))));
  return counts;
}

function raise(terms: Map<string, number>, text: string, level: number): void {
  for (const { term, isPart } of tokenize(text)) {
    terms.set(term, Math.max(terms.get(term) ?? 0, isPart ? Math.min(level, PART_IN_NAMES) : level));
  }
}
