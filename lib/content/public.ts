import type { Site } from '../site';
import type { ParsedPage, ParsedPost } from './post';
import { toPostId } from './post-id';
import type { Registry } from './registry';
import { type Audience, isListed } from './state';
import type { ResolvedTags } from './tags';
import type { Author, Page, Post, PostState, Tag } from './types';

/** What the fields of a post are resolved with. */
export interface Context {
  readonly site: Site;
  readonly registry: Registry<Author>;
  readonly tags: ResolvedTags;
  readonly counts: ReadonlyMap<string, number>;
}

/** A post as readers get it: tags and authors resolved, state decided. */
export function toPublicPost(post: ParsedPost, state: PostState, context: Context): Post {
  const { fields, file } = post;
  if (!fields) throw new Error(`${file.file} has no valid front matter.`);
  const { draft: _draft, unlisted: _unlisted, slug: _slug, ...rest } = fields;
  return {
    ...(withoutUndefined(rest) as Omit<typeof rest, never>),
    slug: post.slug,
    id: toPostId(post),
    file: file.file,
    folder: file.folder,
    format: file.format,
    state,
    description: fields.description ?? '',
    tags: toTags(fields.tags, context),
    authors: toAuthors(fields.authors, context),
    body: post.body,
    bodyLine: post.bodyLine,
    words: post.words,
    minutes: post.minutes,
  } as Post;
}

/** A page as readers get it, with its slug; nothing where its fields have an error. */
export function toPublicPage(page: ParsedPage): [string, Page][] {
  const { fields, file, slug, body, bodyLine } = page;
  if (!fields) return [];
  const { format, folder } = file;
  const { slug: _slug, ...rest } = fields;
  const place = { slug, file: file.file, folder, format, body, bodyLine };
  return [[slug, { ...withoutUndefined(rest), ...place, description: fields.description ?? '' } as Page]];
}

function toTags(names: readonly string[], { tags, counts }: Context): Tag[] {
  const resolved = names.flatMap((name) => tags.resolve(name) ?? []);
  const unique = new Map(resolved.map((tag) => [tag.slug, tag]));
  return [...unique.values()].map((tag) => ({ ...tag, count: counts.get(tag.slug) ?? 0 }));
}

function toAuthors(ids: readonly string[] | undefined, { site, registry }: Context): Author[] {
  const wanted = ids ?? (site.author === undefined ? [] : [site.author]);
  return wanted.flatMap((id) => registry.entries.get(id) ?? []);
}

/** How many listed posts each tag has, by slug. */
export function countTags(
  parsed: readonly { post: ParsedPost; state: PostState }[],
  tags: ResolvedTags,
  audience: Audience,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { post, state } of parsed) {
    if (!isListed(state, audience)) continue;
    const slugs = new Set((post.values.tags ?? []).flatMap((name) => tags.resolve(name)?.slug ?? []));
    for (const slug of slugs) counts.set(slug, (counts.get(slug) ?? 0) + 1);
  }
  return counts;
}

function withoutUndefined<T extends object>(object: T): Partial<T> {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as Partial<T>;
}
