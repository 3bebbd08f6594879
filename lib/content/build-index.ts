import { createProcessCache } from '../cache/process-cache';
import type { ShownSite, Site } from '../site/site';
import type { Strings } from '../site/strings/messages';
import {
  pagePath,
  postPath,
  RESERVED_PAGE_SLUGS,
  RESERVED_POST_SLUGS,
  seriesPath,
  tagPath,
  toSectionSlug,
} from '../urls';
import { checkAliases, checkSlugs } from './addresses';
import { arrangePosts, comparePosts } from './arrange';
import { checkAuthors, checkSiteAuthor, parseAuthors } from './authors';
import { checkLanguages } from './check-languages';
import type { BrokenDocument, ContentIndex, Redirect, Route } from './content-index';
import { parseStrings } from './interface-strings';
import { checkLeadPost } from './lead-post';
import { listNavigation } from './navigation';
import { parseParts } from './parts';
import { type ParsedDocument, type ParsedPage, type ParsedPost, toPage, toPost } from './post';
import { checkIds } from './post-id';
import { type Problem, sortProblems } from './problems';
import { countListed, toPublicPage, toPublicPosts } from './public';
import { getPunctuationLanguage, setPunctuation } from './punctuation';
import type { ContentFiles } from './read';
import type { Registry } from './registry';
import { haveSameFronts } from './same-fronts';
import { listMovedLists } from './sections';
import { checkSeries } from './series';
import { parseSettings } from './settings';
import { toSlug } from './slug';
import { type Audience, isVisible, type PostInState, toState } from './state';
import { type DeclaredTag, parseTags, type ResolvedTags, resolveTags } from './tags';
import { checkTranslations } from './translations';

/**
 * Arranges what was read into what the site shows. Pure: the same files, day (`YYYY-MM-DD`) and audience give the
 * same index. Never throws; what is wrong is in `problems`, and a document with an error is in `broken` only.
 */
export function buildIndex(files: ContentFiles, today: string, audience: Audience): ContentIndex {
  const { site, problems: settingsProblems } = parseSettings(files.site);
  const { strings, problems: stringProblems } = parseStrings(files.strings, site.language, files.site);
  const posts = files.posts.map((file) => withState(toPost(file), today));
  const pages = files.pages.map(toPage);
  const seen = posts.filter(({ state }) => isVisible(state, audience));
  const visible = seen.map(({ post }) => post);
  const { parts, problems: partProblems } = parseParts(files.parts, site.languages);
  const declared = parseTags(files.tags);
  const registry = parseAuthors(files.authors);
  const tags = keep(`tags ${audience}`, [files.root, files.tags], seen, () => resolveTags(declared, visible));
  const together = keep('together', [files.root, files.tags, site, ...pages], posts, () =>
    checkTogether(posts, { pages, declared, site }),
  );
  const problems = sortProblems([
    ...files.problems,
    ...settingsProblems,
    ...stringProblems,
    ...partProblems,
    ...declared.problems,
    ...registry.problems,
    ...checkLanguages(site, files.site),
    ...checkSiteAuthor(site.author, registry, files.site),
    ...checkLeadPost(
      site.leadPost,
      posts.map(({ post }) => post.slug),
      files.site,
    ),
    ...posts.flatMap(({ post }) => [...post.problems, ...checkAuthors(post, registry)]),
    ...pages.flatMap((page) => page.problems),
    ...together,
  ]);
  const errors = new Set(problems.filter(({ severity }) => severity === 'error').map(({ file }) => file));
  const sound = posts.filter(({ post }) => post.fields && !errors.has(post.file.file));
  const counts = countListed(sound, { site, tags, registry }, audience);
  const context = { site, registry, tags, counts, strings };
  const shown = toPublicPosts(sound, context).sort(comparePosts);
  const arranged = arrangePosts(shown, audience);
  const soundPages = pages.filter((page) => !errors.has(page.file.file));
  const index: ContentIndex = {
    ...arranged,
    root: files.root,
    files,
    today,
    site: toSite(site, pages, strings),
    strings,
    audience,
    pages: new Map(soundPages.flatMap((page) => toPublicPage(page, context))),
    parts,
    redirects: toRedirects(visible, tags, arranged.tags),
    routes: toRoutes(posts, pages, audience),
    broken: [
      ...visible.map((document) => ['post', document] as const),
      ...pages.map((page) => ['page', page] as const),
    ]
      .filter(([, document]) => errors.has(document.file.file))
      .map(([kind, document]) => toBroken(kind, document, problems)),
    problems,
  };
  return site.languages.length === 0
    ? index
    : { ...index, redirects: [...index.redirects, ...listMovedLists(index)] };
}

/** The same content as another audience sees it. */
export function asSeenBy(index: ContentIndex, audience: Audience): ContentIndex {
  return index.audience === audience ? index : buildIndex(index.files, index.today, audience);
}

/** The navigation names the About page unless the settings say otherwise, and a blog need not have one. */
function toSite(given: Site, pages: readonly ParsedPage[], strings: Strings): ShownSite {
  const navigation = given.navigation ?? listNavigation(strings, true);
  const description = setPunctuation(given.description, getPunctuationLanguage({}, given));
  const site = { ...given, description, navigation };
  const about = pagePath('about');
  if (pages.some(({ slug }) => pagePath(slug) === about)) return site;
  return { ...site, navigation: navigation.filter((entry) => !('href' in entry) || entry.href !== about) };
}

/** What the front matter of posts decides, as it was the last time where neither that nor what else it goes by has changed. */
function keep<Value>(
  name: string,
  beside: readonly unknown[],
  posts: readonly PostInState[],
  make: () => Value,
): Value {
  const last = kept.get(name);
  const isSame =
    last?.beside.length === beside.length &&
    beside.every((value, index) => value === last.beside[index]) &&
    haveSameFronts(posts, last.posts);
  const value = isSame ? (last.value as Value) : make();
  kept.set(name, { beside, posts, value });
  return value;
}

interface Kept {
  readonly beside: readonly unknown[];
  readonly posts: readonly PostInState[];
  readonly value: unknown;
}

const kept = createProcessCache<string, Kept>('what front matter decides', { max: 4 });

/** A post that says it is a draft is one, whatever else is wrong; one that cannot be read counts as published. */
function withState(post: ParsedPost, today: string): PostInState {
  const { draft = false, unlisted = false, date } = post.values;
  if (!draft && date === undefined) return { post, state: 'published' };
  return { post, state: toState({ draft, unlisted, date }, today) };
}

interface Surroundings {
  readonly pages: readonly ParsedPage[];
  readonly declared: Registry<DeclaredTag>;
  readonly site: Pick<Site, 'language' | 'languages'>;
}

/**
 * What is wrong between documents. A draft never makes a post wrong that readers see: those are checked as if there
 * were no drafts, and drafts beside all the others.
 */
function checkTogether(posts: readonly PostInState[], around: Surroundings): Problem[] {
  const [due, drafts] = partition(posts, ({ state }) => state !== 'draft');
  const all = [...due, ...drafts].map(({ post }) => post);
  const dueProblems = checkPosts(all.slice(0, due.length), all, around);
  if (drafts.length === 0) return dueProblems;
  const files = new Set(drafts.map(({ post }) => post.file.file));
  return [...dueProblems, ...checkPosts(all, all, around).filter(({ file }) => files.has(file))];
}

function partition<T>(items: readonly T[], isFirst: (item: T) => boolean): [T[], T[]] {
  return [items.filter(isFirst), items.filter((item) => !isFirst(item))];
}

/** `originals` are all posts that may be translated. */
function checkPosts(
  posts: readonly ParsedPost[],
  originals: readonly ParsedPost[],
  { pages, declared, site: { language, languages } }: Surroundings,
): Problem[] {
  const tags = resolveTags(declared, posts);
  const sections = languages.map((section) => toSectionSlug(section.language));
  const taken = [
    ...sections.map((slug) => pagePath(slug)),
    ...pages.map(({ slug }) => pagePath(slug)),
    ...tags.slugs.map((slug) => tagPath(slug)),
    ...posts.flatMap(({ values: { series } }) => (series === undefined ? [] : seriesPath(toSlug(series)))),
  ];
  return [
    ...tags.problems,
    ...checkSlugs(posts, RESERVED_POST_SLUGS),
    ...checkSlugs(pages, [...RESERVED_PAGE_SLUGS, ...sections]),
    ...checkAliases(posts, taken),
    ...checkIds(posts),
    ...checkSeries(posts),
    ...checkTranslations(posts, originals, language),
  ];
}

/** Old addresses of posts, and those of tags that have a page: a tag of hidden posts only is hidden too. */
function toRedirects(
  posts: readonly ParsedPost[],
  tags: ResolvedTags,
  shown: ContentIndex['tags'],
): Redirect[] {
  return [
    ...posts.flatMap((post) =>
      (post.values.aliases ?? []).map((from) => ({
        from: from.replace(/\/+$/, ''),
        to: postPath(post.slug),
      })),
    ),
    ...tags.redirects
      .filter(({ to }) => shown.has(to))
      .map(({ from, to }) => ({ from: `/tags/${from}`, to: tagPath(to) })),
  ];
}

function toRoutes(
  posts: readonly PostInState[],
  pages: readonly ParsedPage[],
  audience: Audience,
): Map<string, Route> {
  return new Map([
    ...posts.map(({ post, state }): [string, Route] => [
      post.file.file,
      { path: postPath(post.slug), isVisible: isVisible(state, audience), state },
    ]),
    ...pages.map((page): [string, Route] => [page.file.file, { path: pagePath(page.slug), isVisible: true }]),
  ]);
}

function toBroken(
  kind: 'post' | 'page',
  document: ParsedDocument<{ title: string }>,
  problems: readonly Problem[],
): BrokenDocument {
  const { slug, isReadable, values, body, bodyLine } = document;
  const { file, folder, format, shared, data } = document.file;
  const title = values.title ?? '';
  const text = isReadable
    ? { file, folder, format, title, body, bodyLine, ...(shared && { shared }), ...(data && { data }) }
    : undefined;
  return { kind, slug, file, text, problems: problems.filter((problem) => problem.file === file) };
}
