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

/** Fewer letters than this need no bar to jump by. */
const FEWEST_LETTERS = 6;

/** The subjects of the site as the index at the back of a book: by letter, each with the years of its posts. */
export function TagIndex({ entries }: { entries: readonly TagEntry[] }) {
  const letters = groupByLetter(entries);
  return (
    <>
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
                  {posts.length > MOST_YEARS ? `, ${posts.length} notes` : <Years posts={posts} />}
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  );
}

function Years({ posts }: { posts: readonly Post[] }) {
  return posts.map((post) => {
    const year = post.date ? yearOf(post.date) : 'draft';
    return (
      <span key={post.slug}>
        ,{' '}
        <a href={postPath(post.slug)} aria-label={`${year}, ${post.title}`}>
          {year}
        </a>
      </span>
    );
  });
}

function groupByLetter(entries: readonly TagEntry[]): { letter: string; entries: TagEntry[] }[] {
  const groups = new Map<string, TagEntry[]>();
  for (const entry of entries) {
    const letter = letterOf(entry.tag.label);
    const group = groups.get(letter);
    if (group) group.push(entry);
    else groups.set(letter, [entry]);
  }
  return [...groups].map(([letter, entries]) => ({ letter, entries }));
}

/** The letter a subject is filed under; accents are set aside, figures and signs share `0–9`. */
function letterOf(label: string): string {
  const first = label.normalize('NFD').match(/^[^\p{L}\p{N}]*(.)/u)?.[1] ?? '';
  return /\p{L}/u.test(first) ? first.toUpperCase() : '0–9';
}

function letterId(letter: string): string {
  return letter === '0–9' ? 'letter-figures' : `letter-${letter.toLowerCase()}`;
}
