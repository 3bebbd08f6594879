import { decodeParam } from '../urls';
import type { ParsedPost } from './post';
import type { Problem } from './problems';

/**
 * What feeds know a post by: its `id`, else the name it was first published under. That is the name of its file or
 * folder, as long as a changed address is written as `slug`; where the file was renamed with the address, the first
 * of its aliases below `/posts/` names the old address. So neither title, slug nor the site's address have a part in it.
 */
export function toPostId({ values, file }: Pick<ParsedPost, 'values' | 'file'>): string {
  if (values.id !== undefined) return values.id;
  if (values.slug !== undefined) return file.name;
  const former = (values.aliases ?? []).flatMap((alias) => /^\/posts\/([^/]+)\/?$/.exec(alias)?.[1] ?? []);
  return former[0] === undefined ? file.name : decodeParam(former[0]);
}

/** Posts that feeds could not distinguish. */
export function checkIds(posts: readonly ParsedPost[]): Problem[] {
  const owners = new Map<string, ParsedPost>();
  return posts
    .filter(({ isReadable }) => isReadable)
    .flatMap((post) => {
      const id = toPostId(post);
      const other = owners.get(id);
      if (!other) owners.set(id, post);
      // Posts with one slug are reported for that already.
      return other && other.slug !== post.slug ? reportTwice(post, other, id) : [];
    });
}

function reportTwice(post: ParsedPost, other: ParsedPost, id: string): Problem {
  const message = `Feeds know this post by "${id}", and ${other.file.file} too.`;
  const remedy = 'Give the newer of the two a word of its own, such as id: hello-world-2.';
  return post.reportAt(post.values.id === undefined ? [] : ['id'], 'error', message, remedy);
}
