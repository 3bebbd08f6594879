import type { Site } from '../site/site';
import { pagePath, postPath, RESERVED_PAGE_SLUGS, RESERVED_POST_SLUGS, seriesPath, tagPath } from '../urls';
import { checkAliases, checkSlugs } from './addresses';
import { arrangePosts, comparePosts } from './arrange';
import { checkAuthors, checkSiteAuthor, parseAuthors } from './authors';
import type { BrokenDocument, ContentIndex, Redirect, Route } from './content-index';
import { type ParsedDocument, type ParsedPage, type ParsedPost, toPage, toPost } from './post';
import { checkIds } from './post-id';
import { type Problem, sortProblems } from './problems';
import { countListed, toPublicPage, toPublicPost } from './public';
import type { ContentFiles } from './read';
import type { Registry } from './registry';
import { checkSeries } from './series';
import { parseSettings } from './settings';
import { toSlug } from './slug';
import { type Audience, isVisible, toState } from './state';
import { parseTags, type ResolvedTags, resolveTags } from './tags';
import { checkTranslations } from './translations';
import type { DeclaredAuthor, PostState } from './types';

/**
 * Arranges what was read into what the site shows. Pure: the same files, day (`YYYY-MM-DD`) and audience give the
 * same index. Never throws; what is wrong is in `problems`, and a document with an error is in `broken` only.
 */
export function buildIndex(files: ContentFiles, today: string, audience: Audience): ContentIndex {
  const { site, problems: settingsProblems } = parseSettings(files.site);
  const posts = files.posts.map((file) => withState(toPost(file), today));
  const pages = files.pages.map(toPage);
  const visible = posts.filter(({ state }) => isVisible(state, audience)).map(({ post }) => post);
  const declared = parseTags(files.tags);
  const registry = parseAuthors(files.authors);
  const tags = resolveTags(declared, visible);
  const problems = sortProblems([
    ...files.problems,
    ...settingsProblems,
    ...declared.problems,
    ...registry.problems,
    ...tags.problems,
    ...checkSiteAuthor(site.author, registry, files.site),
    ...checkDocuments({ posts, pages, registry, tags, audience, language: site.language }),
  ]);
  const errors = new Set(problems.filter(({ severity }) => severity === 'error').map(({ file }) => file));
  const sound = posts.filter(({ post }) => post.fields && !errors.has(post.file.file));
  const context = { site, registry, tags, counts: countListed(sound, { site, tags }, audience) };
  const shown = sound.map(({ post, state }) => toPublicPost(post, state, context)).sort(comparePosts);
  const arranged = arrangePosts(shown, audience);
  const soundPages = pages.filter((page) => !errors.has(page.file.file));
  return {
    ...arranged,
    root: files.root,
    site: toSite(site, pages),
    audience,
    pages: new Map(soundPages.flatMap(toPublicPage)),
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
}

/** The navigation names the About page unless told otherwise, and a blog need not have one. */
function toSite(site: Site, pages: readonly ParsedPage[]): Site {
  const about = pagePath('about');
  if (pages.some(({ slug }) => pagePath(slug) === about)) return site;
  return { ...site, navigation: site.navigation.filter(({ href }) => href !== about) };
}

interface PostWithState {
  readonly post: ParsedPost;
  readonly state: PostState;
}

/** A post that says it is a draft is one, whatever else is wrong; one that cannot be read counts as published. */
function withState(post: ParsedPost, today: string): PostWithState {
  const { draft = false, unlisted = false, date } = post.values;
  if (!draft && date === undefined) return { post, state: 'published' };
  return { post, state: toState({ draft, unlisted, date }, today) };
}

interface Checked {
  readonly posts: readonly PostWithState[];
  readonly pages: readonly ParsedPage[];
  readonly registry: Registry<DeclaredAuthor>;
  readonly tags: ResolvedTags;
  readonly audience: Audience;
  readonly language: string;
}

/** What is wrong with posts and pages. Drafts that readers never see get warnings; a scheduled post has to be right now. */
function checkDocuments({ posts, pages, registry, tags, audience, language }: Checked): Problem[] {
  const isDue = ({ state }: PostWithState) => state !== 'draft' || isVisible(state, audience);
  const due = posts.filter(isDue).map(({ post }) => post);
  const taken = [
    ...pages.map(({ slug }) => pagePath(slug)),
    ...tags.slugs.map((slug) => tagPath(slug)),
    ...due.flatMap(({ values: { series } }) => (series === undefined ? [] : seriesPath(toSlug(series)))),
  ];
  return [
    ...posts.flatMap((entry) => {
      const problems = [...entry.post.problems, ...checkAuthors(entry.post, registry)];
      return isDue(entry) ? problems : problems.map(soften);
    }),
    ...pages.flatMap(({ problems }) => problems),
    ...checkSlugs(due, RESERVED_POST_SLUGS),
    ...checkSlugs(pages, RESERVED_PAGE_SLUGS),
    ...checkAliases(due, taken),
    ...checkIds(due),
    ...checkSeries(due),
    ...checkTranslations(
      due,
      posts.map(({ post }) => post),
      language,
    ),
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
  posts: readonly PostWithState[],
  pages: readonly ParsedPage[],
  audience: Audience,
): Map<string, Route> {
  return new Map([
    ...posts.map(({ post, state }): [string, Route] => [
      post.file.file,
      { path: postPath(post.slug), isVisible: isVisible(state, audience) },
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
  const { file, folder, format } = document.file;
  const text = isReadable ? { file, folder, format, title: values.title ?? '', body, bodyLine } : undefined;
  return { kind, slug, file, text, problems: problems.filter((problem) => problem.file === file) };
}

function soften(problem: Problem): Problem {
  return { ...problem, severity: 'warning' };
}
