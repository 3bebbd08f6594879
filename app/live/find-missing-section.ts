import type { ContentIndex } from '@/lib/content/content-index';
import { getSectionOfText, getShownSection } from '@/lib/views/current-index';

/** The section in whose language an address does not exist: that which it is below. */
export function findMissingSection(path: string): ContentIndex {
  const [, first] = path.split('/');
  return getShownSection(first) ?? getSectionOfText(undefined);
}
