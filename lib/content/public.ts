import { createHash } from 'node:crypto';
import { createWeakProcessCache } from '../cache/process-cache';
import { instantOf } from '../dates';
import type { Site } from '../site/site';
import { findMessages } from '../site/strings/languages';
import type { Strings } from '../site/strings/messages';
import { findAuthor } from './authors';
import { getExcerpt, getWordCount, type ParsedPage, type ParsedPost, type PostFields } from './post';
import { toPostId } from './post-id';
import { getPunctuationLanguage, setPunctuation } from './punctuation';
import type { Registry } from './registry';
import { type Audience, isListed, type PostInState } from './state';
import type { ResolvedTags } from './tags';
import type { Author, DeclaredAuthor, Page, Post, PostState, Revision, Tag } from './types';

/** What the fields of a post are resolved with. */
export interface Context {
  readonly site: Site;
  readonly registry: Registry<DeclaredAuthor>;
  readonly tags: ResolvedTags;
  readonly counts: Counts;
  readonly strings: Strings;
}

/** Posts as readers get them: those of which nothing changed, in what surrounds them neither, are the same as the last time. */
export function toPublicPosts(posts: readonly PostInState[], context: Context): Post[] {
  const surroundings = digest(context);
  return posts.map(({ post, state }) => {
    const key = `${state} ${surroundings}`;
    const known = publicPosts.get(post);
    if (known?.key === key) return known.post;
    const made = toPublicPost(post, state, context);
    publicPosts.set(post, { key, post: made });
    return made;
  });
}

const publicPosts = createWeakProcessCache<ParsedPost, { readonly key: string; readonly post: Post }>(
  'public posts',
);

function digest({ site, registry, tags, counts, strings }: Context): string {
  const facts = [site, [...registry.entries], tags.facts, [...counts.tags], [...counts.authors], strings];
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex').slice(0, 24);
}

/** A post as readers get it: tags and authors resolved, state decided. */
function toPublicPost(post: ParsedPost, state: PostState, context: Context): Post {
  const { fields, file } = post;
  if (!fields) throw new Error(`${file.file} has no valid front matter.`);
  const {
    draft: _draft,
    unlisted: _unlisted,
    slug: _slug,
    author,
    numberFigures: _numbered,
    ...rest
  } = fields;
  const print = printIn(getPunctuationLanguage(fields, context.site));
  const getDescription = () => fields.description ?? getExcerpt(post);
  return {
    ...(withoutUndefined({ ...rest, updated: findLastChange(fields, context.site) }) as Omit<
      typeof rest,
      never
    >),
    revisions: toRevisions(fields, print, context.site),
    title: print(fields.title),
    slug: post.slug,
    id: toPostId(post),
    file: file.file,
    folder: file.folder,
    format: file.format,
    state,
    ...(fields.description === undefined && { isExcerpt: true }),
    get description() {
      return print(getDescription());
    },
    get plain() {
      return {
        title: fields.title,
        description: getDescription(),
        revisions: toRevisions(fields, (text) => text, context.site),
      };
    },
    tags: toTags(fields.tags, context),
    authors: toAuthors(fields.authors ?? author, context),
    body: post.body,
    bodyLine: post.bodyLine,
    ...(file.shared && { shared: file.shared }),
    ...(file.data && { data: file.data }),
    ...toFigureLabel(fields, context),
    get words() {
      return getWordCount(post).words;
    },
    get minutes() {
      return getWordCount(post).minutes;
    },
  } as Post;
}

/** A page as readers get it, with its slug; nothing where its fields have an error. */
export function toPublicPage(page: ParsedPage, context: Pick<Context, 'site' | 'strings'>): [string, Page][] {
  const { fields, file, slug, body, bodyLine } = page;
  if (!fields) return [];
  const { format, folder, shared, data } = file;
  const { slug: _slug, numberFigures: _numbered, ...rest } = fields;
  const place = {
    slug,
    file: file.file,
    folder,
    format,
    body,
    bodyLine,
    ...(shared && { shared }),
    ...(data && { data }),
  };
  const print = printIn(getPunctuationLanguage(fields, context.site));
  const words = { title: print(fields.title), description: print(fields.description ?? '') };
  return [
    [slug, { ...withoutUndefined(rest), ...place, ...words, ...toFigureLabel(fields, context) } as Page],
  ];
}

/** In the language of the text, where the interface is in it. */
function toFigureLabel(
  { numberFigures, lang }: Pick<PostFields, 'numberFigures' | 'lang'>,
  { site, strings }: Pick<Context, 'site' | 'strings'>,
): Pick<Post, 'figureLabel'> {
  if (!(numberFigures ?? site.numberFigures)) return {};
  const own = lang === undefined || lang === site.language ? undefined : findMessages(lang);
  const label = (own ?? strings.messages).figure;
  return { figureLabel: typeof label === 'string' ? label : '{number}' };
}

/** Newest first; of one day the last that its author wrote comes first. */
function toRevisions({ revisions }: PostFields, print: (text: string) => string, site: Site): Revision[] {
  return [...revisions]
    .reverse()
    .sort((a, b) => instantOf(b.date, site.timeZone) - instantOf(a.date, site.timeZone))
    .map(({ date, change }) => ({ date, change: print(change) }));
}

/** The day a post was last changed: as it says, or that of a later revision. */
function findLastChange({ updated, revisions }: PostFields, { timeZone }: Site): string | undefined {
  const dates = [updated, ...revisions.map(({ date }) => date)].filter((date) => date !== undefined);
  return dates.reduce<string | undefined>(
    (last, date) =>
      last === undefined || instantOf(date, timeZone) > instantOf(last, timeZone) ? date : last,
    undefined,
  );
}

function printIn(language: string | undefined) {
  return (text: string) => setPunctuation(text, language);
}

/** How many listed posts there are, by the slug of a tag and by the id of an author. */
interface Counts {
  readonly tags: ReadonlyMap<string, number>;
  readonly authors: ReadonlyMap<string, number>;
}

function toTags(names: readonly string[], { site, tags, counts }: Context): Tag[] {
  const resolved = names.flatMap((name) => tags.resolve(name) ?? []);
  const unique = new Map(resolved.map((tag) => [tag.slug, tag]));
  const print = printIn(getPunctuationLanguage({}, site));
  return [...unique.values()].map(({ description, ...tag }) => ({
    ...tag,
    ...(description !== undefined && { description: print(description) }),
    count: counts.tags.get(tag.slug) ?? 0,
  }));
}

function toAuthors(ids: readonly string[] | undefined, { site, registry, counts }: Context): Author[] {
  const print = printIn(getPunctuationLanguage({}, site));
  return namesOfAuthors(ids, site).flatMap((id) => {
    const author = findAuthor(id, registry);
    if (!author) return [];
    const bio = author.bio && print(author.bio);
    return { ...author, ...(bio && { bio }), count: counts.authors.get(id) ?? 0 };
  });
}

/** A post that names nobody is by the blog's own author. */
function namesOfAuthors(ids: readonly string[] | undefined, { author }: Site): readonly string[] {
  return ids ?? (author === undefined ? [] : [author]);
}

/** Counts the listed posts of each tag and of each author: what has none has no page, and nothing links to it. */
export function countListed(
  parsed: readonly PostInState[],
  { site, tags, registry }: Pick<Context, 'site' | 'tags' | 'registry'>,
  audience: Audience,
): Counts {
  const listed = parsed.filter(({ state }) => isListed(state, audience)).map(({ post }) => post.values);
  return {
    tags: count(listed, ({ tags: names = [] }) => names.flatMap((name) => tags.resolve(name)?.slug ?? [])),
    authors: count(listed, ({ authors, author }) =>
      namesOfAuthors(authors ?? author, site).flatMap((id) => findAuthor(id, registry)?.id ?? []),
    ),
  };
}

function count<T>(items: readonly T[], keysOf: (item: T) => readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items)
    for (const key of new Set(keysOf(item))) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function withoutUndefined<T extends object>(object: T): Partial<T> {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as Partial<T>;
}
