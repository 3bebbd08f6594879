import type { ContentIndex, SeriesEntry } from './content-index';
import type { ParsedPost } from './post';
import type { Problem } from './problems';
import { toSlug } from './slug';
import type { Post } from './types';

/** A single part is no series: it has no page, and its post says nothing of one. */
const MIN_PARTS = 2;

/** The series of listed posts by slug, their parts oldest first; in the order of their latest parts. `posts` are newest first. */
export function arrangeSeries(posts: readonly Post[]): Map<string, SeriesEntry> {
  const all = new Map<string, { name: string; slug: string; posts: Post[] }>();
  for (const post of posts) {
    if (post.series === undefined) continue;
    const slug = toSlug(post.series);
    const entry = all.get(slug);
    if (entry) entry.posts.unshift(post);
    else all.set(slug, { name: post.series, slug, posts: [post] });
  }
  return new Map([...all].filter(([, entry]) => entry.posts.length >= MIN_PARTS));
}

/** The series that a post names, where readers find one. */
export function getSeries({ series }: ContentIndex, post: Pick<Post, 'series'>): SeriesEntry | undefined {
  return post.series === undefined ? undefined : series.get(toSlug(post.series));
}

/** Names of series that make no address, or the same address as another spelling. */
export function checkSeries(posts: readonly ParsedPost[]): Problem[] {
  const owners = new Map<string, { name: string; file: string }>();
  return posts.flatMap((post) => {
    const name = post.values.series;
    if (name === undefined) return [];
    const report = (message: string, remedy: string) => post.reportAt(['series'], 'error', message, remedy);
    const slug = toSlug(name);
    if (slug === '')
      return report(`No address can be made from the series "${name}".`, 'Use a letter or a number.');
    const owner = owners.get(slug);
    if (!owner) owners.set(slug, { name, file: post.file.file });
    if (!owner || owner.name === name) return [];
    const message = `The series "${name}" and "${owner.name}" (${owner.file}) would share the address /series/${slug}.`;
    return report(message, 'Spell them alike if they are one, or give them names that differ more.');
  });
}
