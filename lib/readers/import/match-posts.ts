import type { Post } from '../../content/types';
import { decodePercent, postPath } from '../../urls';
import type { ImportedThread } from './imported';

/** What a post is found by. */
export type MatchedPost = Pick<Post, 'id' | 'slug' | 'title' | 'aliases'>;

export interface Match {
  /** Undefined where the map says that the thread is left out. */
  readonly post: MatchedPost | undefined;
  readonly by: 'map' | 'address' | 'old address' | 'name' | 'title';
}

/** Finds the post of a thread: by what the map says, its address, an alias, its slug, or its title, in this order. */
export function createMatcher(
  posts: readonly MatchedPost[],
  map: ReadonlyMap<string, string>,
): (thread: ImportedThread) => Match | undefined {
  const bySlug = index(posts, ({ slug }) => [slug]);
  const byPath = index(posts, ({ slug }) => [toPath(postPath(slug))]);
  const byAlias = index(posts, ({ aliases }) => aliases.map(toPath));
  const byTitle = index(posts, ({ title }) => [title.toLowerCase()]);
  const mapped = new Map([...map].map(([from, to]) => [toPath(from), to]));
  return ({ key, addresses, title = '' }) => {
    const paths = addresses.map(toPath);
    for (const name of [key, ...addresses]) {
      const to = map.get(name) ?? mapped.get(toPath(name));
      if (to === '') return { post: undefined, by: 'map' };
      const post = to === undefined ? undefined : (bySlug.get(toName(to)) ?? byPath.get(toPath(to)));
      if (post) return { post, by: 'map' };
    }
    const found = (by: Match['by'], list: ReadonlyMap<string, MatchedPost>, names: readonly string[]) => {
      const post = names.map((name) => list.get(name)).find((one) => one !== undefined);
      return post && { post, by };
    };
    return (
      found('address', byPath, paths) ??
      found('old address', byAlias, paths) ??
      found('name', bySlug, addresses.map(toName)) ??
      found(
        'title',
        byTitle,
        [title.trim().toLowerCase()].filter((one) => one !== ''),
      )
    );
  };
}

/** What of a map names no post, so that a slip of the pen is seen. */
export function listUnknownTargets(
  posts: readonly MatchedPost[],
  map: ReadonlyMap<string, string>,
): string[] {
  const known = new Set(posts.flatMap(({ slug }) => [slug, toPath(postPath(slug))]));
  return [...map.values()].filter((to) => to !== '' && !known.has(toName(to)) && !known.has(toPath(to)));
}

function index(
  posts: readonly MatchedPost[],
  toKeys: (post: MatchedPost) => readonly string[],
): ReadonlyMap<string, MatchedPost> {
  return new Map(posts.flatMap((post) => toKeys(post).map((key) => [key, post] as const)));
}

/** `https://old.example/2015/hello/index.html?x` is `/2015/hello`; a query that alone names the page stays. */
function toPath(address: string): string {
  const { pathname, search } = new URL(
    /^https?:/i.test(address) && URL.canParse(address) ? address : toLocal(address),
  );
  const path = decodePercent(pathname)
    .normalize('NFC')
    .replace(/(\/index)?\.(html?|php|aspx?)$/i, '')
    .replace(/\/+$/, '');
  return path === '' ? search : path;
}

function toLocal(address: string): string {
  const local = `http://old.invalid/${address.replace(/^\/+/, '')}`;
  return URL.canParse(local) ? local : 'http://old.invalid';
}

/** The last part of an address, without the day that some engines put before it. */
function toName(address: string): string {
  return (toPath(address).split('/').at(-1) ?? '').replace(/^\d{4}-\d\d-\d\d-/, '');
}
