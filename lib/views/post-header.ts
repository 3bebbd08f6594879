import type { ContentIndex } from '../content/content-index';
import type { Post } from '../content/types';
import { daysBetween } from '../dates';
import type { Ornament } from '../site/ornament/families';
import type { Site } from '../site/site';
import { type AuthorLinkView, type TagLinkView, toAuthorLinkView, toTagLinkView } from './entry-view';
import { viewOrnament } from './ornament';
import type { PictureView } from './pictures';

/** A revision this many days after publication is named at the head of a post; an earlier one at its end only. */
const MIN_DAYS_TO_REVISION = 30;

const DAYS_OF_A_YEAR = 365.25;

/** What opens a post. */
export interface PostHeaderView
  extends Pick<Post, 'title' | 'description' | 'minutes' | 'state' | 'date' | 'lang'> {
  /** Language of the site, in which facts are given. */
  readonly language: string;
  /** Last revision, where it came long after publication. */
  readonly revised?: string;
  /** Those to be named: the blog's own author, where they wrote it alone, only with `bylines`. */
  readonly authors: readonly AuthorLinkView[];
  readonly tags: readonly TagLinkView[];
  /** Year of writing or of the last revision, where that is so long ago that parts may be out of date. */
  readonly outdated?: { readonly year: string; readonly isRevised: boolean };
  readonly cover?: PictureView;
  readonly ornament?: Ornament;
}

/** The view of what opens a post. `cover` is its image. */
export function viewPostHeader(
  post: Post,
  index: Pick<ContentIndex, 'site' | 'today' | 'tags'>,
  cover?: PictureView,
): PostHeaderView {
  const { site, today } = index;
  const { title, minutes, state, date, updated, lang, tags } = post;
  // The body starts with it.
  const description = post.isExcerpt ? '' : post.description;
  const last = updated ?? date;
  const { outdatedAfterYears: years } = site;
  const isOutdated = last !== undefined && years > 0 && daysBetween(last, today) > years * DAYS_OF_A_YEAR;
  const isRevised = date && updated && daysBetween(date, updated) > MIN_DAYS_TO_REVISION;
  return {
    ...{ title, description, minutes, state, language: site.language },
    ...(date !== undefined && { date }),
    ...(lang !== undefined && { lang }),
    ...(isRevised && { revised: updated }),
    authors: listNamedAuthors(post, site).map(toAuthorLinkView),
    tags: tags.map((tag) => toTagLinkView(tag, index)),
    ...(isOutdated && { outdated: { year: last.slice(0, 4), isRevised: updated !== undefined } }),
    ...(cover && { cover }),
    ...viewOrnament(post.slug, site),
  };
}

function listNamedAuthors({ authors }: Post, { author, bylines }: Site): Post['authors'] {
  const [only] = authors;
  const isOwn = authors.length === 1 && (author === undefined || only?.id === author);
  return isOwn && !bylines ? [] : authors;
}
