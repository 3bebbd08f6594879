import type { ContentIndex } from '../content/content-index';
import { getContent } from '../content/posts';
import type { Strings } from '../messages';

/** The index that this process shows: what routes hand to the function that makes their view. */
export function getIndex(): ContentIndex {
  return getContent();
}

/** The interface strings that this process shows. They are part of the view of the frame, and so of every page. */
export function getStrings(): Strings {
  return getContent().strings;
}
