import type { Found, Query } from '../../../lib/search/query';

/** How many notes were found, and what was looked for instead of words that no note has. */
export function describeFound({ text }: Query, { hits, isPartial, replaced }: Found): string {
  const unknown = replaced.map(({ word, by }) =>
    by.length > 0
      ? `No note has “${word}”; looked for “${by.slice(0, 3).join('”, “')}”.`
      : `No note has “${word}”.`,
  );
  const count = `${hits.length} ${hits.length === 1 ? 'note' : 'notes'}`;
  if (hits.length === 0) return text === '' || unknown.length === 0 ? 'No notes.' : unknown.join(' ');
  if (isPartial)
    return ['No note has all of these words.', ...unknown, `${count} with some of them.`].join(' ');
  return [...unknown, `${count}.`].join(' ');
}
