import type { ContentIndex } from '../content/content-index';
import { getContent } from '../content/posts';
import { findSection, getSectionOf } from '../content/sections';
import type { Strings } from '../site/strings/messages';

/** The index that this process shows: what routes hand to the function that makes their view. */
export function getIndex(): ContentIndex {
  return getContent();
}

/** The interface strings that this process shows. They are part of the view of the frame, and so of every page. */
export function getStrings(): Strings {
  return getContent().strings;
}

/** The section that a page shows, by its part of the address; the main one where that names none. */
export function getShownSection(slug?: string): ContentIndex | undefined {
  return findSection(getContent(), slug);
}

/** The section of a text, by its language; the main one for what is no text. */
export function getSectionOfText(text: { readonly lang?: string } | undefined): ContentIndex {
  return getSectionOf(getContent(), text ?? {});
}
