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

const collator = new Intl.Collator('en');

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
