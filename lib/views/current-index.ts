import type { ContentIndex } from '../content/content-index';
import { getContent } from '../content/posts';

/** The index that this process shows: what routes hand to the function that makes their view. */
export function getIndex(): ContentIndex {
  return getContent();
}
