import { Fragment } from 'react';
import type { Post, Tag } from '@/lib/content/types';
import { yearOf } from '@/lib/dates';
import { postPath, tagPath } from '@/lib/urls';

interface TagEntry {
  readonly tag: Tag;
  /** Newest first. */
  readonly posts: readonly Post[];
}

/** A subject with more posts than this shows how many there are and leaves the years to its own page. */
const MOST_YEARS = 8;

/** Subjects that lead the index: those written about most, of which there are two posts or more. */
const MOST_LEADING = 12;

/** Fewer letters than this need no bar to jump by. */
const FEWEST_LETTERS = 6;

/** The subjects of the site as the index at the back of a book: by letter, each with the years of its posts. */
export function TagIndex({ entries }: { entries: readonly TagEntry[] }) {
  const letters = groupByLetter(entries);
  const bySlug = new Map(entries.map(({ tag }) => [tag.slug, tag]));
  return (
    <>
      <MostUsed entries={entries} />
      {letters.length >= FEWEST_LETTERS && (
        <nav className="letter-bar" aria-label="Letters">
          {letters.map(({ letter }) => (
            <a key={letter} href={`#${letterId(letter)}`}>
              {letter}
            </a>
          ))}
        </nav>
      )}
      <div className="tag-index">
        {letters.map(({ letter, entries }) => (
          <section key={letter} aria-labelledby={letterId(letter)}>
            <h2 id={letterId(letter)}>{letter}</h2>
            <ul>
              {entries.map(({ tag, posts }) => (
                <li key={tag.slug}>
                  <a className="tag-index-subject" href={tagPath(tag.slug)}>
                    {tag.label}
                  </a>
                  {posts.length > MOST_YEARS ? `, ${posts.length} notes` : <Years tag={tag} posts={posts} />}
                  <SeeAlso tags={(tag.see ?? []).flatMap((slug) => bySlug.get(slug) ?? [])} before="; " />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  );
}

/** The subjects with most posts, most first: where a stranger to the blog begins. */
function MostUsed({ entries }: { entries: readonly TagEntry[] }) {
  const leading = entries
    .filter(({ posts }) => posts.length > 1)
    .sort((a, b) => b.posts.length - a.posts.length)
    .slice(0, MOST_LEADING);
  if (leading.length === 0) return null;
  return (
    <section className="tag-use" aria-labelledby="most-used">
      <h2 id="most-used">Most used</h2>
      <ol>
        {leading.map(({ tag, posts }) => (
          <li key={tag.slug}>
            <a href={tagPath(tag.slug)}>{tag.label}</a> {posts.length}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Related subjects, as an index names them. */
export function SeeAlso({ tags, before = '' }: { tags: readonly Tag[]; before?: string }) {
  if (tags.length === 0) return null;
  return (
    <span>
      {before}
      <i>see also</i>{' '}
      {tags.map(({ slug, label }, index) => (
        <Fragment key={slug}>
          {index > 0 && ', '}
          <a href={tagPath(slug)}>{label}</a>
        </Fragment>
      ))}
    </span>
  );
}

/** The years of a subject, each once: it leads to its note, or to all of them where there are several. */
function Years({ tag, posts }: TagEntry) {
  return groupByYear(posts).map(([year, notes]) => {
    const [only] = notes;
    const isOne = notes.length === 1 && only !== undefined;
    return (
      <span key={year}>
        ,{' '}
        <a
          href={isOne ? postPath(only.slug) : tagPath(tag.slug)}
          aria-label={`${year}, ${isOne ? only.title : `${notes.length} notes on ${tag.label}`}`}
        >
          {year}
        </a>
        {!isOne && ` (${notes.length})`}
      </span>
    );
  });
}

const collator = new Intl.Collator('en');

function groupByYear(posts: readonly Post[]): [string, Post[]][] {
  const years = new Map<string, Post[]>();
  for (const post of posts) {
    const year = post.date ? yearOf(post.date) : 'draft';
    years.set(year, [...(years.get(year) ?? []), post]);
  }
  return [...years];
}

function groupByLetter(entries: readonly TagEntry[]): { letter: string; entries: TagEntry[] }[] {
  const groups = new Map<string, TagEntry[]>();
  for (const entry of entries) {
    const letter = letterOf(entry.tag.label);
    const group = groups.get(letter);
    if (group) group.push(entry);
    else groups.set(letter, [entry]);
  }
  const letters = [...groups].map(([letter, entries]) => ({ letter, entries }));
  return letters.sort((a, b) => collator.compare(a.letter, b.letter));
}

/** The letter a subject is filed under; accents are set aside, figures and signs share `0–9`. */
function letterOf(label: string): string {
  const first = label.normalize('NFD').match(/^[^\p{L}\p{N}]*(.)/u)?.[1] ?? '';
  return /\p{L}/u.test(first) ? first.toUpperCase() : '0–9';
}

function letterId(letter: string): string {
  return letter === '0–9' ? 'letter-figures' : `letter-${letter.toLowerCase()}`;
}
