import type { Metadata } from 'next';
import { groupByYear } from '../content/arrange';
import type { ContentIndex, TagEntry } from '../content/content-index';
import { formatMessage } from '../site/strings/messages';
import { inSection, tagsPath } from '../urls';
import { listAlternates } from './alternates';
import { toMetadata } from './metadata';

/** A subject with more posts than this shows how many there are and leaves the years to its own page. */
const MAX_YEARS = 8;

/** Subjects that lead the index: those written about most, of which there are two posts or more. */
const MAX_LEADING = 12;

interface Named {
  readonly slug: string;
  readonly label: string;
}

/** A year of a subject, or "draft": its post where there is one, else how many there are. */
export interface SubjectYear {
  readonly year: string;
  readonly count: number;
  readonly post?: { readonly slug: string; readonly title: string };
}

export interface SubjectView extends Named {
  readonly count: number;
  /** Empty where there are too many posts to name their years. */
  readonly years: readonly SubjectYear[];
  readonly see: readonly Named[];
}

export interface TagIndexView {
  readonly metadata: Metadata;
  /** How many there are. */
  readonly tags: number;
  readonly posts: number;
  readonly leading: readonly (Named & { readonly count: number })[];
  readonly letters: readonly { readonly letter: string; readonly subjects: readonly SubjectView[] }[];
}

/** The view of the index of subjects: by letter, each with the years of its posts. */
export function viewTagIndex(index: ContentIndex): TagIndexView {
  const { tags, posts, site, strings } = index;
  const title = formatMessage(strings, 'subjects');
  const description = formatMessage(strings, 'subjectsDescription', { site: site.title });
  const entries = [...tags.values()];
  return {
    metadata: toMetadata(index, {
      title,
      description,
      canonical: inSection(strings, tagsPath()),
      sections: listAlternates(index, tagsPath()),
    }),
    tags: tags.size,
    posts: posts.length,
    leading: entries
      .filter((entry) => entry.posts.length > 1)
      .sort((a, b) => b.posts.length - a.posts.length)
      .slice(0, MAX_LEADING)
      .map(({ tag: { slug, label }, posts: { length } }) => ({ slug, label, count: length })),
    letters: groupByLetter(
      entries.map((entry) => toSubjectView(entry, index)),
      site.language,
    ),
  };
}

function toSubjectView({ tag, posts }: TagEntry, { tags }: ContentIndex): SubjectView {
  return {
    slug: tag.slug,
    label: tag.label,
    count: posts.length,
    years: posts.length > MAX_YEARS ? [] : groupByYear(posts).map(toSubjectYear),
    see: (tag.see ?? []).flatMap((slug) => {
      const other = tags.get(slug)?.tag;
      return other ? [{ slug: other.slug, label: other.label }] : [];
    }),
  };
}

function toSubjectYear({ year, posts }: { year: string; posts: TagEntry['posts'] }): SubjectYear {
  const [only] = posts;
  return {
    year: year === '' ? 'draft' : year,
    count: posts.length,
    ...(posts.length === 1 && only && { post: { slug: only.slug, title: only.title } }),
  };
}

function groupByLetter(subjects: readonly SubjectView[], language: string): TagIndexView['letters'] {
  const groups = new Map<string, SubjectView[]>();
  for (const subject of subjects) {
    const letter = letterOf(subject.label);
    const group = groups.get(letter);
    if (group) group.push(subject);
    else groups.set(letter, [subject]);
  }
  const letters = [...groups].map(([letter, subjects]) => ({ letter, subjects }));
  const collator = new Intl.Collator(language);
  return letters.sort((a, b) => collator.compare(a.letter, b.letter));
}

/** The letter a subject is filed under; accents are set aside, figures and other characters share `0–9`. */
function letterOf(label: string): string {
  const first = label.normalize('NFD').match(/^[^\p{L}\p{N}]*(.)/u)?.[1] ?? '';
  return /\p{L}/u.test(first) ? first.toUpperCase() : '0–9';
}
