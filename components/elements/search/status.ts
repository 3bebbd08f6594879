import type { Manifest } from '../../../lib/search/index-format';
import type { Found, Query } from '../../../lib/search/query';
import { formatMessage } from '../../../lib/site/strings/messages';

/** How many notes were found, and what was looked for instead of words that no note has. */
export function describeFound({ text }: Query, found: Found, manifest: Manifest): string {
  const { hits, isPartial, replaced } = found;
  const unknown = replaced.map(({ word, by }) =>
    formatMessage(manifest, by.length > 0 ? 'noMatchInstead' : 'noMatch', {
      word,
      others: by.slice(0, 3).join(', '),
    }),
  );
  const count = hits.length;
  if (count === 0)
    return text === '' || unknown.length === 0 ? formatMessage(manifest, 'noNotes') : unknown.join(' ');
  if (!isPartial) return [...unknown, formatMessage(manifest, 'notes', { count })].join(' ');
  const some = formatMessage(manifest, 'haveSome', { count });
  return [formatMessage(manifest, 'noneHasAll'), ...unknown, some].join(' ');
}
