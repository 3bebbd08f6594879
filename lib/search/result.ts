import { type ExcerptLine, markTerms, type Span, toExcerpt } from './excerpt';
import type { TextPost } from './index-format';

/** A hit as a reader sees it. */
export interface Result {
  /** Of the section, or of the post where its title or a tag is what was found. */
  readonly href: string;
  readonly title: readonly Span[];
  /** BCP 47, where it is not the site's language. */
  readonly lang?: string;
  /** ISO day. */
  readonly date?: string;
  /** "Draft" and the like. Development only. */
  readonly mark?: string;
  /** Heading of the section; empty for what stands before the first. */
  readonly section: readonly Span[];
  readonly lines: readonly ExcerptLine[];
  /** Tags that were found. */
  readonly tags: readonly (readonly Span[])[];
}

/** The title, section and lines of a hit, with the terms in them marked. */
export function toResult(post: TextPost, section: number, terms: ReadonlyMap<string, number>): Result {
  const { path, title, lang, date, mark, tags, sections } = post;
  const found = sections[section];
  const id = section === 0 ? '' : (found?.id ?? '');
  // Found by its title: any line of the post shows what it says of it.
  const lines = section === 0 ? sections.flatMap((part) => part.lines) : (found?.lines ?? []);
  return {
    href: id === '' ? path : `${path}#${encodeURIComponent(id)}`,
    title: markTerms(title, terms),
    ...(lang === undefined ? {} : { lang }),
    ...(date === undefined ? {} : { date }),
    ...(mark === undefined ? {} : { mark }),
    section: id === '' ? [] : markTerms(found?.heading ?? '', terms),
    lines: toExcerpt(lines, terms),
    tags: tags.map((tag) => markTerms(tag, terms)).filter((spans) => spans.some(({ isHit }) => isHit)),
  };
}
