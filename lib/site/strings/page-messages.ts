import type { MessageName } from './en';

/** What each page has for its scripts: the words of its elements, and those of the search before its index is there. */
export const PAGE_MESSAGES = [
  'copied',
  'notCopied',
  'enlarge',
  'close',
  'search',
  'searchNotes',
  'subject',
  'anySubject',
  'year',
  'anyYear',
  'searching',
  'searchFailed',
  'searchKeys',
  'allResults',
] as const satisfies readonly MessageName[];

export type PageMessage = (typeof PAGE_MESSAGES)[number];

/** What the index of the search brings along. */
export const SEARCH_MESSAGES = [
  'notes',
  'noNotes',
  'noMatch',
  'noMatchInstead',
  'noneHasAll',
  'haveSome',
  'onSubjects',
  'showMore',
  'recentSearches',
  'forgetSearches',
  'popularSubjects',
  'allByYear',
  'slashOpens',
] as const satisfies readonly MessageName[];

export type SearchMessage = (typeof SEARCH_MESSAGES)[number];
